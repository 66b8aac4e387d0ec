import "server-only";
import path from "node:path";
import type { Env } from "@/lib/server/env";
import type { Storage } from "@/lib/server/ports/storage";
import { openFilesystemStorage } from "./filesystem-storage";
import { openS3Storage } from "./s3-storage";

/** Where the environment says that bytes live: a bucket, or the data folder. */
export async function openStorage(env: Env): Promise<Storage> {
  if (!env.S3_BUCKET) return openFilesystemStorage({ folder: path.resolve(env.STUDIO_DATA_DIR, "files") });
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  return openS3Storage({
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    forcePathStyle: env.S3_FORCE_PATH_STYLE,
    ...(env.S3_ENDPOINT && { endpoint: env.S3_ENDPOINT }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
  });
}
