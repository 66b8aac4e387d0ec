import { parseId } from "@/lib/server/doors/handle";
import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { removeComment } from "@/lib/server/visits/write-comment";

/** One's own comment alone. */
export async function DELETE(request: Request, { params }: RouteContext<"/g/[token]/comments/[id]">) {
  const { token, id } = await params;
  return handleVisit(request, token, async (call) => removeComment(call, parseId(id)));
}

export { nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
