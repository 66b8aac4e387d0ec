import { commentChangeSchema } from "@/lib/domain/share/review";
import { handle, parseId } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { removeComment, resolveComment } from "@/lib/server/shares/answer-comment";

type Context = RouteContext<"/api/comments/[id]">;

export function PATCH(request: Request, { params }: Context) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const { resolved } = parseInput(commentChangeSchema, await readJson(request));
    return Response.json(await resolveComment(services, viewer, id, resolved));
  });
}

export function DELETE(request: Request, { params }: Context) {
  return handle(request, async ({ services, viewer }) =>
    Response.json(await removeComment(services, viewer, parseId((await params).id))),
  );
}
