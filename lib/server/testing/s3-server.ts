import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "@20minutes/s3rver";

/** For tests: an S3 server on 127.0.0.1 with one bucket, gone with its folder when it is let go of. */
export async function openS3Server(bucket: string): Promise<{ url: string } & AsyncDisposable> {
  const directory = await mkdtemp(path.join(tmpdir(), "s3-server-"));
  // It signs a list below a prefix otherwise than the SDK does.
  const options = { silent: true, allowMismatchedSignatures: true };
  const s3 = new S3rver({ ...options, directory, configureBuckets: [{ name: bucket }] });
  await s3.configureBuckets();
  const server = createServer(writesApart(s3.callback()));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await rm(directory, { recursive: true, force: true });
    },
  };
}

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;
/** The last write of an object, and the reads since then. */
type Turns = { write: Promise<unknown>; reads: Promise<unknown>[] };

/**
 * Keeps a write of an object apart from all else that is done with it. s3rver writes a value over the one before,
 * piece by piece; S3 itself, and every server that is meant to be used, shows readers the one or the other.
 */
function writesApart(handle: Handler): Handler {
  const objects = new Map<string, Turns>();
  return (incoming, outgoing) => {
    const [object = ""] = (incoming.url ?? "").split("?");
    const turns = objects.get(object) ?? { write: Promise.resolve(), reads: [] };
    const answer = async (before: Promise<unknown>) => {
      await before;
      if (outgoing.destroyed) return;
      const answered = once(outgoing, "close");
      handle(incoming, outgoing);
      await answered;
    };
    if (incoming.method === "GET" || incoming.method === "HEAD") {
      turns.reads.push(answer(turns.write));
      objects.set(object, turns);
    } else {
      const write = answer(Promise.all([turns.write, ...turns.reads]));
      objects.set(object, { write, reads: [] });
    }
  };
}
