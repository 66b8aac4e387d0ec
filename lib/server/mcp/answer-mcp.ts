import "server-only";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import type { ApiCall } from "@/lib/server/api/api-call";
import { registerGenerate } from "./tools/generate-tool";
import { registerGetImage } from "./tools/get-image-tool";
import { registerIterate } from "./tools/iterate-from-image-tool";
import { registerListModels } from "./tools/list-models-tool";
import { registerListSessions } from "./tools/list-sessions-tool";
import { registerSpending } from "./tools/spending-tool";

const TOOLS = [
  registerGenerate,
  registerIterate,
  registerListModels,
  registerListSessions,
  registerGetImage,
  registerSpending,
];

const INSTRUCTIONS =
  "Safelight is an image studio. Pictures that you make cost money and appear live in the studio, in the session of your token. Ask list_models what a model takes, and spending what is left.";

/**
 * `POST /mcp`: the studio as a server of the Model Context Protocol, over streamable HTTP. Nothing is kept between
 * requests: each one has a server of its own, for whoever's token it bears.
 */
export function answerMcp(call: ApiCall): Promise<Response> {
  const { fetch } = createMcpHandler(() => {
    const server = new McpServer(
      { name: "safelight", title: "Safelight", version: "1.0.0" },
      { instructions: INSTRUCTIONS },
    );
    for (const register of TOOLS) register(server, call);
    return server;
  });
  return fetch(call.request);
}
