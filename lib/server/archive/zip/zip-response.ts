import "server-only";
import { attachment } from "@/lib/server/http/attachment";
import type { Log } from "@/lib/server/log";
import { streamOf, writeZip, type ZipSource } from "./zip-writer";

/**
 * A zip as a download that is made while it is read; how long it will be is not known before. A
 * fault on the way breaks the download off, which every browser reports, and is logged here.
 */
export function zipResponse(log: Log, name: string, sources: AsyncIterable<ZipSource>): Response {
  return new Response(streamOf(reporting(log, writeZip(sources))), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": attachment(name),
      // no-transform: pictures do not get smaller, and compressing them would hold the stream back.
      "cache-control": "private, no-store, no-transform",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* reporting(log: Log, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    log.warn("request-failed", { error });
    throw error;
  }
}
