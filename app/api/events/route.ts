import { AppError } from "@/lib/domain/app-error";
import { findSession } from "@/lib/server/db/queries/sessions";
import { streamSession } from "@/lib/server/generations/stream-session";
import { handle, parseId } from "@/lib/server/http/handle";

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const sessionId = parseId(new URL(request.url).searchParams.get("session") ?? "");
    const session = await findSession(services.database.drizzle, { viewerId: viewer.id, id: sessionId });
    if (!session) throw new AppError("not_found");
    return streamSession(services, viewer, sessionId, request.signal);
  });
}
