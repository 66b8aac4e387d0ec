import { apiTokenInputSchema, type MadeApiToken } from "@/lib/domain/tokens/api-token";
import { handle } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { makeApiToken } from "@/lib/server/tokens/make-api-token";
import { readApiToken, readApiTokens } from "@/lib/server/tokens/read-api-tokens";

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) =>
    Response.json(await readApiTokens(services.database.reads, viewer)),
  );
}

export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const { drizzle: db } = services.database;
    const input = parseInput(apiTokenInputSchema, await readJson(request));
    const { id, secret } = await makeApiToken(db, viewer, input);
    const made: MadeApiToken = { token: await readApiToken(db, viewer, id), secret };
    return Response.json(made, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
