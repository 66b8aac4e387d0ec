import { matrixInputSchema } from "@/lib/domain/matrix/matrix";
import { handle } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { createMatrix } from "@/lib/server/matrices/create-matrix";

export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const input = parseInput(matrixInputSchema, await readJson(request));
    return Response.json(await createMatrix(services, viewer, input), { status: 201 });
  });
}
