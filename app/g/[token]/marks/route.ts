import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { writeMark } from "@/lib/server/visits/write-mark";

export async function POST(request: Request, { params }: RouteContext<"/g/[token]/marks">) {
  return handleVisit(request, (await params).token, writeMark);
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
