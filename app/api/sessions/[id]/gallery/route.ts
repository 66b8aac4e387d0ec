import { readGallery } from "@/lib/server/generations/read-gallery";
import { handle, parseId } from "@/lib/server/http/handle";

export function GET(request: Request, { params }: RouteContext<"/api/sessions/[id]/gallery">) {
  return handle(request, async ({ services, viewer }) => {
    const cursor = new URL(request.url).searchParams.get("before");
    const before = cursor === null ? null : parseId(cursor);
    const sessionId = parseId((await params).id);
    return Response.json(await readGallery(services.database.drizzle, viewer, { sessionId, before }));
  });
}
