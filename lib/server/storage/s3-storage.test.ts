import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openHttpSwitch } from "@/lib/server/testing/http-switch";
import { openS3Server } from "@/lib/server/testing/s3-server";
import { describeStorage } from "@/lib/server/testing/storage-contract";
import { openS3Storage, type S3StorageOptions } from "./s3-storage";

const bucket = "studio";
const durable = { durable: true };
let server: Awaited<ReturnType<typeof openS3Server>>;
beforeAll(async () => {
  server = await openS3Server(bucket);
});
afterAll(() => server[Symbol.asyncDispose]());

function open(options: Partial<S3StorageOptions> = {}) {
  return openS3Storage({
    ...{ bucket, region: "us-east-1", endpoint: server.url, forcePathStyle: true },
    credentials: { accessKeyId: "S3RVER", secretAccessKey: "S3RVER" },
    ...options,
  });
}

describeStorage("S3 storage", { open: async () => open(), isPersistent: true });

test("does not mistake a missing bucket for a missing value", async () => {
  const storage = open({ bucket: "elsewhere" });
  await expect(storage.get("images/1/original")).rejects.toThrow("bucket");
  await storage.close();
});

describe("S3 storage behind a server that does not answer", () => {
  const deadlines = { answerMs: 100, bytesPerSecondMin: 1e9, stallMs: 100 };
  const bytes = Uint8Array.of(1, 2, 3);
  type S3 = ReturnType<typeof open>;

  test.for([
    ["put", (storage: S3) => storage.put("images/1/original", bytes, durable)],
    ["get", (storage: S3) => storage.get("images/1/original")],
    ["open", (storage: S3) => storage.open("images/1/original")],
    ["remove", (storage: S3) => storage.remove("images/1/")],
    ["list", (storage: S3) => Array.fromAsync(storage.list(""))],
  ] as const)("ends a %s in time", async ([, operation]) => {
    await using network = await openHttpSwitch(server.url);
    network.set("hang");
    const storage = open({ endpoint: network.url, deadlines });
    await expect(operation(storage)).rejects.toMatchObject({ code: "ETIMEDOUT" });
    await storage.close();
  });

  test("goes on once it answers", async () => {
    await using network = await openHttpSwitch(server.url);
    network.set("cut");
    const storage = open({ endpoint: network.url });
    await expect(storage.put("images/4/original", bytes, durable)).rejects.toThrow();
    network.set("pass");
    await storage.put("images/4/original", bytes, durable);
    expect(await storage.get("images/4/original")).toStrictEqual(bytes);
    await storage.close();
  });
});

test("writes a paid picture though every connection of readers is taken", async () => {
  const storage = open();
  await storage.put("images/2/original", new Uint8Array(4_000_000), durable);
  const opened = await Promise.all(Array.from({ length: 60 }, () => storage.open("images/2/original")));
  const readers = opened.map((stored) => stored?.stream().getReader());
  for (const reader of readers) await reader?.read();
  await storage.put("images/3/original", Uint8Array.of(1), durable);
  expect(await storage.get("images/3/original")).toStrictEqual(Uint8Array.of(1));
  for (const reader of readers) await reader?.cancel();
  await storage.close();
});
