import { handle, parseId } from "@/lib/server/doors/handle";
import { readTree } from "@/lib/server/sessions/read-tree";

export function GET(request: Request, { params }: RouteContext<"/api/sessions/[id]/tree">) {
  return handle(request, async ({ services, viewer }) =>
    Response.json(await readTree(services.database.reads, viewer, parseId((await params).id))),
  );
}
