import { handleApi, refuseMethod } from "@/lib/server/doors/handle-api";
import { answerMcp } from "@/lib/server/mcp/answer-mcp";

export function POST(request: Request) {
  return handleApi(request, answerMcp);
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
