import { handle, parseId } from "@/lib/server/doors/handle";
import { downloadPicture } from "@/lib/server/images/download-picture";

export function GET(request: Request, { params }: RouteContext<"/api/images/[id]/download">) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const withRecipe = new URL(request.url).searchParams.get("recipe") === "1";
    return downloadPicture(services, viewer, { id, withRecipe });
  });
}
