import { replyInputSchema } from "@/lib/domain/share/review";
import { handle, parseId } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { answerComment } from "@/lib/server/shares/answer-comment";

export function POST(request: Request, { params }: RouteContext<"/api/comments/[id]/replies">) {
  return handle(request, async ({ services, viewer }) => {
    const id = parseId((await params).id);
    const { text } = parseInput(replyInputSchema, await readJson(request));
    return Response.json(await answerComment(services, viewer, id, text), { status: 201 });
  });
}
