import { parseId } from "@/lib/server/doors/handle";
import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { downloadSharedPicture } from "@/lib/server/visits/pictures/download-shared-picture";

export async function GET(request: Request, { params }: RouteContext<"/g/[token]/i/[image]/download">) {
  const { token, image } = await params;
  return handleVisit(request, token, async (call) => downloadSharedPicture(call, parseId(image)));
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
