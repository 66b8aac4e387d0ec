import { imagesChangeSchema } from "@/lib/domain/generation/image";
import { handle } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { changeImages } from "@/lib/server/images/change-images";

/** Many pictures at once, all or none. */
export function PATCH(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const { ids, change } = parseInput(imagesChangeSchema, await readJson(request));
    const images = await changeImages(services.database.drizzle, viewer, ids, change);
    return Response.json({ images });
  });
}
