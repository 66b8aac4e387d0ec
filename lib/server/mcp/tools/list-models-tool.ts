import "server-only";
import type { McpServer } from "@modelcontextprotocol/server";
import { type ImageModel, optionNamesOf } from "@/lib/domain/models/image-model";
import { OPTIONS } from "@/lib/domain/models/options/option";
import type { ApiCall } from "@/lib/server/api/api-call";
import { modelObject, usableModels } from "@/lib/server/api/catalogue/api-models";
import { toolError, toolResult } from "@/lib/server/mcp/tool-result";

/** What can draw here, and which options each model takes. */
export function registerListModels(server: McpServer, call: ApiCall): void {
  const config = {
    title: "List models",
    description: "The image models that can be used, with their options, limits and last days.",
    annotations: { readOnlyHint: true },
  };
  server.registerTool("list_models", config, async () => {
    try {
      const models = await usableModels(call.services);
      const shutdowns = await call.services.modelList.shutdowns();
      const described = models.map((model) => describe(model, call, shutdowns));
      return toolResult({ cost_usd: 0, models: described });
    } catch (thrown) {
      return toolError(thrown);
    }
  });
}

function describe(model: ImageModel, { services }: ApiCall, shutdowns: ReadonlyMap<string, string>) {
  const { id, display_name, description, shutdown_date, lifecycle } = modelObject(model, services, shutdowns);
  const options = optionNamesOf(model).filter((name) => name !== "partials");
  return {
    ...{ id, display_name, description, shutdown_date, lifecycle },
    prompt_chars_max: model.promptCharsMax,
    images_a_call_max: model.imagesPerCallMax,
    options: Object.fromEntries(options.map((name) => [OPTIONS[name].wire, model.options[name]])),
  };
}
