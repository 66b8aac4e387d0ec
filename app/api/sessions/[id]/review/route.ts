import { handle, parseId } from "@/lib/server/doors/handle";
import { readReview } from "@/lib/server/shares/read-review";

export function GET(request: Request, { params }: RouteContext<"/api/sessions/[id]/review">) {
  return handle(request, async ({ services, viewer }) =>
    Response.json(await readReview(services, viewer, parseId((await params).id))),
  );
}
