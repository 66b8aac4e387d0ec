import { AppError } from "@/lib/domain/errors/app-error";
import { sessionChangeSchema } from "@/lib/domain/session/session";
import { findSession } from "@/lib/server/db/queries/sessions";
import { handle, parseId } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { changeSession } from "@/lib/server/sessions/change-session";

export function GET(request: Request, { params }: RouteContext<"/api/sessions/[id]">) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const session = await findSession(services.database.reads, { viewerId: viewer.id, id });
    if (!session) throw new AppError("not_found");
    return Response.json(session);
  });
}

export function PATCH(request: Request, { params }: RouteContext<"/api/sessions/[id]">) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const change = parseInput(sessionChangeSchema, await readJson(request));
    return Response.json(await changeSession(services.database.drizzle, viewer, id, change));
  });
}
