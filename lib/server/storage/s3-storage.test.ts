import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeStorage } from "@/lib/server/testing/storage-contract";
import { openS3Storage } from "./s3-storage";

const bucket = "studio";
let directory: string;
let server: S3rver;
let endpoint: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "s3-storage-"));
  server = new S3rver({
    address: "127.0.0.1",
    port: 0,
    directory,
    silent: true,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

function open(options: { bucket?: string } = {}) {
  return openS3Storage({
    bucket,
    region: "us-east-1",
    endpoint,
    credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
    forcePathStyle: true,
    ...options,
  });
}

describeStorage("S3 storage", { open: async () => open(), isPersistent: true, replacesInOneStep: false });

test("does not mistake a missing bucket for a missing value", async () => {
  const storage = open({ bucket: "elsewhere" });
  await expect(storage.get("images/1/original")).rejects.toThrow("bucket");
  await storage.close();
});
