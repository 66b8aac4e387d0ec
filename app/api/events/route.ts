import { AppError } from "@/lib/domain/errors/app-error";
import { streamSession } from "@/lib/server/changes/stream-session";
import { findSession } from "@/lib/server/db/queries/sessions";
import { handle, parseId } from "@/lib/server/doors/handle";

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const sessionId = parseId(new URL(request.url).searchParams.get("session") ?? "");
    const session = await findSession(services.database.reads, { viewerId: viewer.id, id: sessionId });
    if (!session) throw new AppError("not_found");
    return streamSession(services, viewer, sessionId, request.signal);
  });
}
