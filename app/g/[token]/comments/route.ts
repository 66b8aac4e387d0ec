import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { writeComment } from "@/lib/server/visits/write-comment";

export async function POST(request: Request, { params }: RouteContext<"/g/[token]/comments">) {
  return handleVisit(request, (await params).token, writeComment);
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
