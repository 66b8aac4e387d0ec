import "server-only";
import type { McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { AppError } from "@/lib/domain/errors/app-error";
import { lookUpModel } from "@/lib/domain/images-api/resolve-model";
import { carryOptions } from "@/lib/domain/models/options/carry-options";
import { chosenEntries, OPTIONS } from "@/lib/domain/models/options/option";
import type { ApiCall } from "@/lib/server/api/api-call";
import { findGeneration } from "@/lib/server/db/queries/generations";
import { findImage } from "@/lib/server/db/queries/images";
import { orderParameters, orderShape } from "@/lib/server/mcp/order-schema";
import { runOrder } from "@/lib/server/mcp/run-order";
import { toolError } from "@/lib/server/mcp/tool-result";

const inputSchema = z.object({
  image_id: z.uuid().describe("The picture to go on from."),
  prompt: z.string().optional().describe("The new words; those of the picture where there are none."),
  ...orderShape,
});
type Args = z.infer<typeof inputSchema>;

/** New pictures from the recipe of an old one: what is named changes, the rest stays. */
export function registerIterate(server: McpServer, call: ApiCall): void {
  const config = {
    title: "Iterate from a picture",
    description:
      "Makes new pictures from the recipe of an existing one: its prompt, model and options, with what you name changed. The studio shows them as its children. The picture itself is not sent to the model.",
    inputSchema,
    annotations: { readOnlyHint: false, openWorldHint: true },
  };
  server.registerTool("iterate_from_image", config, async (args, context) => {
    try {
      const parameters = orderParameters({ ...(await recipeOf(call, args)), ...args });
      const wanted = { parameters, parentImageId: args.image_id, idempotencyKey: args.idempotency_key };
      return await runOrder(call, wanted, context);
    } catch (thrown) {
      return toolError(thrown);
    }
  });
}

/** The parent's recipe as parameters, its options carried over to another model where one is named. */
async function recipeOf({ services, viewer }: ApiCall, args: Args): Promise<Record<string, unknown>> {
  const { drizzle: db } = services.database;
  const parent = await findImage(db, { viewerId: viewer.id, id: args.image_id });
  const generation = parent && (await findGeneration(db, { viewerId: viewer.id, id: parent.generationId }));
  if (!generation) throw new AppError("not_found", { message: "There is no such picture." });
  const model =
    (args.model && lookUpModel(services.models, args.model)) || services.modelOf(generation.modelId);
  const { options } = carryOptions(model, generation.options);
  const entries = chosenEntries(options).filter(([name]) => name !== "partials");
  const byWire = entries.map(([name, value]): [string, unknown] => [OPTIONS[name].wire, value]);
  return { model: model.id, prompt: generation.prompt, ...Object.fromEntries(byWire) };
}
