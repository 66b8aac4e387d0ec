import { AppError } from "@/lib/domain/errors/app-error";
import { shareChangeSchema } from "@/lib/domain/share/share";
import { deleteShare } from "@/lib/server/db/queries/sharing/shares";
import { handle, parseId } from "@/lib/server/doors/handle";
import { originOf } from "@/lib/server/http/origin-of";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { changeShare } from "@/lib/server/shares/change-share";
import { readOneShare } from "@/lib/server/shares/read-shares";

type Context = RouteContext<"/api/shares/[id]">;

export function PATCH(request: Request, { params }: Context) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    await changeShare(services, viewer, id, parseInput(shareChangeSchema, await readJson(request)));
    return Response.json(await readOneShare(services, viewer, id, originOf(request.headers)));
  });
}

export function DELETE(request: Request, { params }: Context) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const isFound = await services.database.drizzle.transaction((tx) =>
      deleteShare(tx, { viewerId: viewer.id, id }),
    );
    if (!isFound) throw new AppError("not_found");
    return Response.json({ id });
  });
}
