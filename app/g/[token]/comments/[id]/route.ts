import { parseId } from "@/lib/server/doors/handle";
import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { requireNamedVisitor } from "@/lib/server/visits/named-visitor";
import { visitorJson } from "@/lib/server/visits/visitor-json";
import { takeBackComment } from "@/lib/server/visits/write-comment";

/** One's own comment alone. */
export async function DELETE(request: Request, { params }: RouteContext<"/g/[token]/comments/[id]">) {
  const { token, id: given } = await params;
  return handleVisit(request, token, async ({ services, visit }) => {
    const id = parseId(given);
    await takeBackComment(services, requireNamedVisitor(visit), id);
    return visitorJson({ id });
  });
}

export { nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
