import { handle, parseId } from "@/lib/server/doors/handle";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import { readGalleryThrough } from "@/lib/server/sessions/read-gallery-through";

/** `before` is the cursor of the page before; `through` a picture that the page is to reach. */
export function GET(request: Request, { params }: RouteContext<"/api/sessions/[id]/gallery">) {
  return handle(request, async ({ services, viewer }) => {
    const { searchParams } = new URL(request.url);
    const idIn = (name: string) => {
      const value = searchParams.get(name);
      return value === null ? null : parseId(value);
    };
    const page = { sessionId: parseId((await params).id), before: idIn("before") };
    const imageId = idIn("through");
    const { reads: db } = services.database;
    return Response.json(
      imageId === null
        ? await readGallery(db, viewer, page)
        : await readGalleryThrough(db, viewer, { ...page, imageId }),
    );
  });
}
