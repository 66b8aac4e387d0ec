import "server-only";
import * as z from "zod";
import { parseJson } from "./parse-json";

/** No error has more to say. */
const ERROR_BYTES_MAX = 64 * 1024;

/** FastAPI's: one sentence, or one a field with the field's place. */
const detailSchema = z.object({
  detail: z.union([
    z.string().transform((message) => ({ message, param: null })),
    z
      .array(z.object({ msg: z.string(), loc: z.array(z.union([z.string(), z.number()])).catch([]) }))
      .min(1)
      .transform((problems) => ({
        message: problems.map(({ msg }) => msg).join("; "),
        param: problems[0]?.loc.filter((step) => typeof step === "string").at(-1) ?? null,
      })),
  ]),
});
const stringSchema = z
  .object({ error: z.string() })
  .transform(({ error }) => ({ message: error, param: null }));
const messageSchema = z
  .object({ message: z.string() })
  .transform(({ message }) => ({ message, param: null }));

/**
 * A `fetch` whose errors are in the Images API's own form, whatever form the server has: `{ detail }`, a string, a bare
 * message. At most 64 KB of one are read.
 */
export function withPlainErrors(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await inner(input, init);
    if (response.ok || response.status < 400) return response;
    const text = await readStart(response);
    const error = plainError(parseJson(text));
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    headers.delete("content-encoding");
    if (error) headers.set("content-type", "application/json");
    return new Response(error ? JSON.stringify({ error }) : text, { status: response.status, headers });
  };
}

/** Null where it is in the right form already, or in none that is known. */
function plainError(body: unknown): object | null {
  for (const schema of [detailSchema.transform(({ detail }) => detail), stringSchema]) {
    const read = schema.safeParse(body);
    if (read.success) return { ...read.data, code: codeOf(body), type: null };
  }
  if (z.object({ error: z.unknown() }).safeParse(body).data?.error !== undefined) return null;
  const bare = messageSchema.safeParse(body);
  return bare.success ? { ...bare.data, code: codeOf(body), type: null } : null;
}

function codeOf(body: unknown): string | null {
  return z.object({ code: z.string() }).safeParse(body).data?.code ?? null;
}

async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    sizeBytes += chunk.byteLength;
    if (sizeBytes > ERROR_BYTES_MAX) break;
  }
  return Buffer.concat(chunks).subarray(0, ERROR_BYTES_MAX).toString("utf8");
}
