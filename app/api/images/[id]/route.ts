import { imageChangeSchema } from "@/lib/domain/generation/image";
import { handle, parseId } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { changeImages } from "@/lib/server/images/change-images";

export function PATCH(request: Request, { params }: RouteContext<"/api/images/[id]">) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const change = parseInput(imageChangeSchema, await readJson(request));
    const [image] = await changeImages(services.database.drizzle, viewer, [id], change);
    return Response.json(image);
  });
}
