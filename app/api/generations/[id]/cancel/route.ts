import { handle, parseId } from "@/lib/server/doors/handle";
import { cancelGeneration } from "@/lib/server/generations/cancel-generation";

export function POST(request: Request, { params }: RouteContext<"/api/generations/[id]/cancel">) {
  return handle(request, async ({ services, viewer }) => {
    await cancelGeneration(services, viewer, parseId((await params).id));
    return Response.json({});
  });
}
