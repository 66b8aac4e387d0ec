import * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors/app-error";
import { draftSchema } from "@/lib/domain/generation/draft";
import { writeDraft } from "@/lib/server/db/queries/sessions";
import { handle, parseId } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";

/** What is typed and not yet sent. POST as well, since a page that closes can only send a beacon. */
export function PUT(request: Request, { params }: RouteContext<"/api/sessions/[id]/draft">) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const draft = parseInput(z.nullable(draftSchema), await readJson(request));
    const isKept = await writeDraft(services.database.drizzle, { viewerId: viewer.id, id, draft });
    if (!isKept) throw new AppError("not_found");
    return Response.json({});
  });
}

export { PUT as POST };
