import { cancelGeneration } from "@/lib/server/generations/cancel-generation";
import { handle, parseId } from "@/lib/server/http/handle";

export function POST(request: Request, { params }: RouteContext<"/api/generations/[id]/cancel">) {
  return handle(request, async ({ services, viewer }) => {
    await cancelGeneration(services, viewer, parseId((await params).id));
    return Response.json({});
  });
}
