import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { unlock } from "@/lib/server/visits/unlock";

/** A plain form's field `password`; the answer leads back to the page. */
export async function POST(request: Request, { params }: RouteContext<"/g/[token]/unlock">) {
  return handleVisit(request, (await params).token, unlock, { whileLocked: true });
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
