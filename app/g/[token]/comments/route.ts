import { commentInputSchema } from "@/lib/domain/share/review";
import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { requireNamedVisitor } from "@/lib/server/visits/named-visitor";
import { readVisitorJson, visitorJson } from "@/lib/server/visits/visitor-json";
import { writeComment } from "@/lib/server/visits/write-comment";

export async function POST(request: Request, { params }: RouteContext<"/g/[token]/comments">) {
  return handleVisit(request, (await params).token, async ({ services, visit }) => {
    const named = requireNamedVisitor(visit);
    const input = await readVisitorJson(request, commentInputSchema);
    return visitorJson(await writeComment(services, named, input), 201);
  });
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
