import * as z from "zod";
import { shareInputSchema } from "@/lib/domain/share/share";
import { handle } from "@/lib/server/doors/handle";
import { originOf } from "@/lib/server/http/origin-of";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { createShare } from "@/lib/server/shares/create-share";
import { readOneShare, readShareList } from "@/lib/server/shares/read-shares";

const querySchema = z.object({
  session: z.uuid("session must be a UUID.").nullable().default(null),
  before: z.uuid("before must be a UUID.").nullable().default(null),
});

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const query = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
    const page = { sessionId: query.session, before: query.before };
    return Response.json(await readShareList(services, viewer, page, originOf(request.headers)));
  });
}

export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const input = parseInput(shareInputSchema, await readJson(request));
    const id = await createShare(services, viewer, input);
    const share = await readOneShare(services, viewer, id, originOf(request.headers));
    return Response.json(share, { status: 201 });
  });
}
