import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import * as z from "zod";

/** Stands before a server, and can do to connections what networks do. */
export type SilentProxy = AsyncDisposable & {
  port: number;
  /** Connections of now carry no byte any more, and nobody is told; new ones are as good as before. */
  silence(): void;
  /** Connections of now are reset. */
  cut(): void;
  /** Whether connections are taken at all; the others are reset at once. */
  setOpen(isOpen: boolean): void;
};

/** For tests: a proxy on 127.0.0.1 before a port there. */
export async function openSilentProxy(targetPort: number): Promise<SilentProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isTaking = true;
  const server = createServer({ allowHalfOpen: true }, (client) => {
    client.on("error", () => {});
    if (!isTaking) return client.resetAndDestroy();
    const target = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true });
    const pair = [client, target] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      target.destroy();
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    client.pipe(target);
    target.pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = z.object({ port: z.number() }).parse(server.address());

  function cut(): void {
    for (const [client, target] of pairs) {
      client.resetAndDestroy();
      target.destroy();
    }
  }

  return {
    port,
    cut,
    silence() {
      for (const [client, target] of pairs) {
        client.unpipe(target);
        target.unpipe(client);
        client.removeAllListeners("close").pause();
        target.removeAllListeners("close").pause();
      }
    },
    setOpen(isOpen) {
      isTaking = isOpen;
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
