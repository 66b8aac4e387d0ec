import * as z from "zod";
import { TITLE_CHARS_MAX } from "@/lib/domain/limits";
import { sessionInputSchema } from "@/lib/domain/session/session";
import { createSession } from "@/lib/server/db/queries/sessions";
import { handle } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { readSessionList } from "@/lib/server/sessions/list-sessions";

const querySchema = z.object({
  shelf: z.enum(["current", "archived", "trash", "any"]).default("current"),
  title: z.string().max(TITLE_CHARS_MAX).nullable().default(null),
  before: z.string().max(100).nullable().default(null),
});

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const query = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await readSessionList(services.database.reads, viewer, query));
  });
}

export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const { title } = parseInput(sessionInputSchema, await readJson(request));
    const session = await createSession(services.database.drizzle, { viewerId: viewer.id, title });
    return Response.json(session, { status: 201 });
  });
}
