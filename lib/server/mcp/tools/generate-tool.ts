import "server-only";
import type { McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { defaultModelOf } from "@/lib/domain/models/default-model";
import type { ApiCall } from "@/lib/server/api/api-call";
import { orderParameters, orderShape } from "@/lib/server/mcp/order-schema";
import { runOrder } from "@/lib/server/mcp/run-order";
import { toolError } from "@/lib/server/mcp/tool-result";

const inputSchema = z.object({
  prompt: z.string().describe("What the picture shows, in words."),
  ...orderShape,
});

/** New pictures from words. Without a model the studio's own default draws. */
export function registerGenerate(server: McpServer, call: ApiCall): void {
  const config = {
    title: "Generate pictures",
    description:
      "Makes pictures from a prompt. They cost money, appear in the studio, and come back with their cost, a small version of each and a link to the original.",
    inputSchema,
    annotations: { readOnlyHint: false, openWorldHint: true },
  };
  server.registerTool("generate", config, async (args, context) => {
    try {
      const fallback = defaultModelOf([...call.services.models.values()])?.id;
      const parameters = orderParameters({ model: fallback, ...args });
      return await runOrder(
        call,
        { parameters, parentImageId: null, idempotencyKey: args.idempotency_key },
        context,
      );
    } catch (thrown) {
      return toolError(thrown);
    }
  });
}
