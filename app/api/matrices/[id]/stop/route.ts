import { handle, parseId } from "@/lib/server/doors/handle";
import { stopMatrix } from "@/lib/server/matrices/stop-matrix";

export function POST(request: Request, { params }: RouteContext<"/api/matrices/[id]/stop">) {
  return handle(request, async ({ services, viewer }) =>
    Response.json(await stopMatrix(services, viewer, parseId((await params).id))),
  );
}
