import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { streamShare } from "@/lib/server/visits/live/stream-share";

export async function GET(request: Request, { params }: RouteContext<"/g/[token]/events">) {
  return handleVisit(request, (await params).token, async ({ services, visit }) =>
    streamShare(services, visit, request.signal),
  );
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
