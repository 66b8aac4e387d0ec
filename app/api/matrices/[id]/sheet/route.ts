import { handle, parseId } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { answerSheet, sheetQuerySchema } from "@/lib/server/matrices/sheet/contact-sheet";

export function GET(request: Request, { params }: RouteContext<"/api/matrices/[id]/sheet">) {
  return handle(request, async ({ services, viewer }) => {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const { format } = parseInput(sheetQuerySchema, query);
    return answerSheet(services, viewer, parseId((await params).id), format);
  });
}
