import { request } from "node:http";
import { text } from "node:stream/consumers";

/** A request that names another host than the one it goes to, as a proxy or a hostile name would. */
export async function askAsHost(
  url: string,
  headers: Record<string, string>,
  method = "GET",
): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const outgoing = request(url, { method, headers }, (incoming) => {
    text(incoming).then((body) => resolve({ status: incoming.statusCode ?? 0, body }), reject);
  });
  outgoing.on("error", reject);
  outgoing.end();
  return promise;
}
