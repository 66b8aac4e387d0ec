import { parseId } from "@/lib/server/doors/handle";
import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { serveSharedPicture } from "@/lib/server/visits/pictures/serve-shared-picture";

export async function GET(request: Request, { params }: RouteContext<"/g/[token]/i/[image]/[file]">) {
  const { token, image, file } = await params;
  return handleVisit(request, token, async (call) => serveSharedPicture(call, parseId(image), file));
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
