import { AppError } from "@/lib/domain/app-error";
import { imageChangeSchema } from "@/lib/domain/image";
import { updateImage } from "@/lib/server/db/queries/images";
import { handle, parseId } from "@/lib/server/http/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";

export function PATCH(request: Request, { params }: RouteContext<"/api/images/[id]">) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const { favourite, deleted } = parseInput(imageChangeSchema, await readJson(request));
    const changes = {
      ...(favourite !== undefined && { favourite }),
      ...(deleted !== undefined && { deletedAt: deleted ? new Date() : null }),
    };
    const image = await updateImage(services.database.drizzle, { viewerId: viewer.id, id, changes });
    if (!image) throw new AppError("not_found");
    return Response.json(image);
  });
}
