import { exportSession } from "@/lib/server/archive/export/export-session";
import { handle, parseId } from "@/lib/server/doors/handle";

export function GET(request: Request, { params }: RouteContext<"/api/sessions/[id]/export">) {
  return handle(request, async ({ services, viewer }) =>
    exportSession(services, viewer, parseId((await params).id)),
  );
}
