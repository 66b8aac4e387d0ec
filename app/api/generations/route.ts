import { generationEnvelopeSchema, generationInputSchema } from "@/lib/domain/generation/generation";
import { handle } from "@/lib/server/doors/handle";
import { createGeneration } from "@/lib/server/generations/create-generation";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { findModel } from "@/lib/server/models/offered-models";

export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const body = await readJson(request);
    const { modelId } = parseInput(generationEnvelopeSchema, body);
    const model = await findModel(services, modelId);
    const input = parseInput(generationInputSchema(model), body);
    return Response.json(await createGeneration(services, viewer, model, input), { status: 201 });
  });
}
