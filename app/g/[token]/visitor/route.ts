import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { writeName } from "@/lib/server/visits/write-name";

export async function POST(request: Request, { params }: RouteContext<"/g/[token]/visitor">) {
  return handleVisit(request, (await params).token, writeName);
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
