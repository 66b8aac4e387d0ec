import { handle, parseId } from "@/lib/server/doors/handle";
import { readTrash } from "@/lib/server/images/read-trash";

export function GET(request: Request, { params }: RouteContext<"/api/sessions/[id]/trash">) {
  return handle(request, async ({ services, viewer }) =>
    Response.json(await readTrash(services.database.reads, viewer, parseId((await params).id))),
  );
}
