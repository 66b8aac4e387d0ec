import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { serveCover } from "@/lib/server/visits/pictures/serve-cover";

export async function GET(request: Request, { params }: RouteContext<"/g/[token]/cover.jpg">) {
  return handleVisit(request, (await params).token, serveCover, { whileLocked: true });
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
