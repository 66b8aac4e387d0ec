import { parseId } from "@/lib/server/http/handle";
import { nothing } from "@/lib/server/http/nothing";
import { handleVisit } from "@/lib/server/visits/handle-visit";
import { serveSharedPicture } from "@/lib/server/visits/pictures/serve-shared-picture";

export async function GET(request: Request, { params }: RouteContext<"/g/[token]/i/[image]/[file]">) {
  const { token, image, file } = await params;
  return handleVisit(request, token, async (call) => serveSharedPicture(call, parseId(image), file));
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
