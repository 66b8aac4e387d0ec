import * as z from "zod";

const madeSchema = z.object({ secret: z.string(), token: z.object({ id: z.string() }) });

/** Makes a token for programs, as the settings do. */
export async function makeToken(
  studioUrl: string,
  input: Record<string, unknown> = {},
): Promise<{ id: string; secret: string }> {
  const response = await fetch(`${studioUrl}/api/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "Tests", ...input }),
  });
  const { secret, token } = madeSchema.parse(await response.json());
  return { id: token.id, secret };
}
