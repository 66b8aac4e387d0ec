import { markInputSchema } from "@/lib/domain/share/review";
import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { requireNamedVisitor } from "@/lib/server/visits/named-visitor";
import { readVisitorJson, visitorJson } from "@/lib/server/visits/visitor-json";
import { writeMark } from "@/lib/server/visits/write-mark";

export async function POST(request: Request, { params }: RouteContext<"/g/[token]/marks">) {
  return handleVisit(request, (await params).token, async ({ services, visit }) => {
    const named = requireNamedVisitor(visit);
    const input = await readVisitorJson(request, markInputSchema);
    return visitorJson(await writeMark(services, named, input));
  });
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
