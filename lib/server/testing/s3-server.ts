import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "s3rver";

/** For tests: an S3 server on 127.0.0.1 with one bucket, gone with its folder when it is let go of. */
export async function openS3Server(bucket: string): Promise<{ url: string } & AsyncDisposable> {
  const directory = await mkdtemp(path.join(tmpdir(), "s3-server-"));
  const address = "127.0.0.1";
  const configureBuckets = [{ name: bucket }];
  const server = new S3rver({ address, port: 0, directory, silent: true, configureBuckets });
  const { port } = await server.run();
  return {
    url: `http://${address}:${port}`,
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
