import "server-only";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { sniffContentType } from "@/lib/server/picture-files/sniff-content-type";
import type { Storage } from "@/lib/server/ports/storage";
import { assertStorageKey, assertStoragePrefix } from "./storage-key";

export type S3StorageOptions = {
  bucket: string;
  region: string;
  /** Absent: Amazon's own. */
  endpoint?: string | undefined;
  /** Absent: the SDK finds credentials where it always does (profile, container, instance). */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; most servers other than Amazon's want it. */
  forcePathStyle: boolean;
};

/** Storage in an S3 bucket. Every value is durable there; `durable` makes no difference. */
export function openS3Storage({ bucket, endpoint, credentials, ...options }: S3StorageOptions): Storage {
  const client = new S3Client({
    ...options,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials && { credentials }),
    // The SDK's own choice breaks older S3-compatible servers, and corrupts streamed values on some.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });

  async function find(key: string) {
    assertStorageKey(key);
    try {
      const object = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!object.Body) throw new Error(`The S3 server answered without a body for ${key}.`);
      return { object, body: object.Body };
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async function* list(prefix: string): AsyncIterable<string> {
    if (prefix !== "") assertStoragePrefix(prefix);
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
      for (const { Key: key } of page.Contents ?? []) if (key !== undefined) yield key;
    }
  }

  return {
    list,
    async put(key, bytes) {
      assertStorageKey(key);
      const contentType = sniffContentType(bytes);
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }),
      );
    },
    async get(key) {
      const found = await find(key);
      return found && new Uint8Array(await found.body.transformToByteArray());
    },
    async open(key) {
      const found = await find(key);
      if (!found) return null;
      const { ContentLength: sizeBytes, ContentType: contentType } = found.object;
      if (sizeBytes === undefined || contentType === undefined)
        throw new Error(`The S3 server answered without a length or a type for ${key}.`);
      return { sizeBytes, contentType, stream: () => found.body.transformToWebStream() };
    },
    async remove(prefix) {
      assertStoragePrefix(prefix);
      // One by one: deleting many at once needs a checksum that older S3-compatible servers do not know.
      for await (const key of list(prefix))
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    async close() {
      client.destroy();
    },
  };
}
