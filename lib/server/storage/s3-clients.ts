import "server-only";
import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3";
import type { StorageDeadlines } from "./storage-deadlines";

/**
 * Three pools of connections to one bucket: a paid picture that is written never waits for a browser that reads
 * slowly, nor does what the studio reads for itself.
 */
export type S3Clients = { writes: S3Client; reads: S3Client; own: S3Client; destroy(): void };

/** As many as write at once: the studio's calls, twenty at most with its tiles, and room. */
const WRITES_MAX = 50;
/** Browsers read over these; each visitor has a few (see open-reads.ts). */
const READS_MAX = 200;
const OWN_MAX = 20;

export function openS3Clients(config: S3ClientConfig, { answerMs, stallMs }: StorageDeadlines): S3Clients {
  const open = (maxSockets: number) =>
    new S3Client({
      ...config,
      requestHandler: {
        connectionTimeout: Math.min(answerMs, 5_000),
        // Of inactivity. The time of a whole request is bounded by its signal, which knows how large it is.
        socketTimeout: stallMs,
        httpAgent: { maxSockets, keepAlive: true },
        httpsAgent: { maxSockets, keepAlive: true },
      },
      // The SDK's own choice breaks older S3-compatible servers, and corrupts streamed values on some.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    });
  const [writes, reads, own] = [open(WRITES_MAX), open(READS_MAX), open(OWN_MAX)];
  return {
    ...{ writes, reads, own },
    destroy() {
      for (const client of [writes, reads, own]) client.destroy();
    },
  };
}
