import { request as send } from "node:http";
import { text } from "node:stream/consumers";
import * as z from "zod";
import type { OwnAddress } from "@/lib/server/admin/own-address";
import type { TokenDesk } from "@/lib/server/admin/token-desk";

const tokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  sessionId: z.string().nullable(),
  sessionTitle: z.string().nullable(),
  monthlyLimitUsd: z.number().nullable(),
  monthUsd: z.number(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
const madeSchema = z.object({ token: tokenSchema, secret: z.string() });
const errorSchema = z.object({ error: z.object({ message: z.string() }) });

/** The desk of a studio that runs on this machine. */
export function openDeskAtStudio(address: OwnAddress, adminKey: string): TokenDesk {
  const ask = (method: string, path: string, body?: unknown) =>
    askStudio(address, adminKey, { method, path, body });
  return {
    list: async () => z.array(tokenSchema).parse(await ask("GET", "")),
    create: async (input) => madeSchema.parse(await ask("POST", "", input)),
    revoke: async (name) => z.array(tokenSchema).parse(await ask("DELETE", `/${encodeURIComponent(name)}`)),
  };
}

type Asked = { method: string; path: string; body: unknown };

/** By Node's own client: it lets the request name this machine, whatever interface the studio listens on. */
async function askStudio(
  { host, port }: OwnAddress,
  adminKey: string,
  { method, path, body }: Asked,
): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const headers = {
    host: `localhost:${port}`,
    authorization: `Bearer ${adminKey}`,
    "content-type": "application/json",
  };
  const outgoing = send({ host, port, method, headers, path: `/api/admin/tokens${path}` }, (incoming) => {
    text(incoming)
      .then((answer) => {
        const data: unknown = JSON.parse(answer);
        const failed = errorSchema.safeParse(data);
        if (failed.success) throw new Error(failed.data.error.message);
        resolve(data);
      })
      .catch(reject);
  });
  outgoing.on("error", (cause) =>
    reject(new Error(`The studio at ${host}:${port} does not answer.`, { cause })),
  );
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  return promise;
}
