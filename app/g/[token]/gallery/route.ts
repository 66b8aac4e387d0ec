import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { readSharedGallery } from "@/lib/server/visits/read-shared-gallery";

/** A page of the gallery, newest first: `?before=` the cursor of the one before. */
export async function GET(request: Request, { params }: RouteContext<"/g/[token]/gallery">) {
  return handleVisit(request, (await params).token, async ({ services, visit }) => {
    const before = new URL(request.url).searchParams.get("before");
    const gallery = await readSharedGallery(services.database.reads, visit, before);
    return Response.json(gallery, { headers: { "cache-control": "private, no-store" } });
  });
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
