import { handle, parseId } from "@/lib/server/doors/handle";
import { servePicture } from "@/lib/server/images/serve-picture";

export function GET(request: Request, { params }: RouteContext<"/i/[image]/[file]">) {
  return handle(request, async ({ services, viewer }) => {
    const { image, file } = await params;
    return servePicture(services, viewer, parseId(image), file);
  });
}
