import "server-only";
import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Storage } from "@/lib/server/ports/storage";
import { boundedStream } from "./bounded-stream";
import { openS3Clients } from "./s3-clients";
import { STORAGE_DEADLINES, type StorageDeadlines, timeForBytesMs } from "./storage-deadlines";
import { assertStorageKey, assertStoragePrefix } from "./storage-key";
import { within } from "./within";

export type S3StorageOptions = {
  bucket: string;
  region: string;
  /** Absent: Amazon's own. */
  endpoint?: string | undefined;
  /** Absent: the SDK finds credentials where it always does (profile, container, instance). */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; most servers other than Amazon's want it. */
  forcePathStyle: boolean;
  deadlines?: StorageDeadlines;
};

/** Storage in an S3 bucket. Every value is durable there; `durable` makes no difference. */
export function openS3Storage({
  bucket,
  endpoint,
  credentials,
  deadlines = STORAGE_DEADLINES,
  ...options
}: S3StorageOptions): Storage {
  const clients = openS3Clients(
    { ...options, ...(endpoint !== undefined && { endpoint }), ...(credentials && { credentials }) },
    deadlines,
  );
  const { answerMs, stallMs } = deadlines;

  async function find(client: S3Client, key: string) {
    assertStorageKey(key);
    try {
      const command = new GetObjectCommand({ Bucket: bucket, Key: key });
      const object = await within(answerMs, (abortSignal) => client.send(command, { abortSignal }));
      if (!object.Body) throw new Error(`The S3 server answered without a body for ${key}.`);
      return { object, body: object.Body };
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async function* list(prefix: string): AsyncIterable<string> {
    if (prefix !== "") assertStoragePrefix(prefix);
    const pages = paginateListObjectsV2({ client: clients.own }, { Bucket: bucket, Prefix: prefix });
    for (;;) {
      const page = await within(answerMs, () => pages.next());
      if (page.done) return;
      for (const { Key: key } of page.value.Contents ?? []) if (key !== undefined) yield key;
    }
  }

  return {
    list,
    async put(key, bytes) {
      assertStorageKey(key);
      const ContentType = sniffContentType(bytes);
      const command = new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType });
      await within(timeForBytesMs(deadlines, bytes.byteLength), (abortSignal) =>
        clients.writes.send(command, { abortSignal }),
      );
    },
    async get(key) {
      const found = await find(clients.own, key);
      if (!found) return null;
      const { object, body } = found;
      const bytes = await within(timeForBytesMs(deadlines, object.ContentLength ?? 0), (signal) => {
        signal.addEventListener("abort", () => body instanceof Readable && body.destroy());
        return body.transformToByteArray();
      });
      return new Uint8Array(bytes);
    },
    async open(key) {
      const found = await find(clients.reads, key);
      if (!found) return null;
      const { ContentLength: sizeBytes, ContentType: contentType } = found.object;
      if (sizeBytes === undefined || contentType === undefined)
        throw new Error(`The S3 server answered without a length or a type for ${key}.`);
      const stream = () => boundedStream(found.body.transformToWebStream(), stallMs);
      return { sizeBytes, contentType, stream };
    },
    async storedAt(key) {
      assertStorageKey(key);
      try {
        const command = new HeadObjectCommand({ Bucket: bucket, Key: key });
        const found = await within(answerMs, (abortSignal) => clients.own.send(command, { abortSignal }));
        return found.LastModified ?? null;
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },
    async remove(prefix) {
      assertStoragePrefix(prefix);
      // One by one: deleting many at once needs a checksum that older S3-compatible servers do not know.
      for await (const key of list(prefix)) {
        const command = new DeleteObjectCommand({ Bucket: bucket, Key: key });
        await within(answerMs, (abortSignal) => clients.own.send(command, { abortSignal }));
      }
    },
    async close() {
      clients.destroy();
    },
  };
}
