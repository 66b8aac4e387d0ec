import { type ApiTokenList, apiTokenInputSchema, type MadeApiToken } from "@/lib/domain/tokens/api-token";
import { handle } from "@/lib/server/doors/handle";
import { originOf } from "@/lib/server/http/origin-of";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { isApiHost, zoneSettingsOf } from "@/lib/server/http/zone";
import { makeApiToken } from "@/lib/server/tokens/make-api-token";
import { readApiToken, readApiTokens } from "@/lib/server/tokens/read-api-tokens";

export function GET(request: Request) {
  return handle(request, async ({ services: { env, database }, viewer }) => {
    const apiUrl = isApiHost(request.headers, zoneSettingsOf(env))
      ? originOf(request.headers)
      : (env.STUDIO_API_URL ?? null);
    const list: ApiTokenList = { tokens: await readApiTokens(database.reads, viewer), apiUrl };
    return Response.json(list);
  });
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
