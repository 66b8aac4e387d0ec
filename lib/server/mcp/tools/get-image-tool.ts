import "server-only";
import type { McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { AppError } from "@/lib/domain/errors/app-error";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { readOriginal } from "@/lib/server/api/answers/read-original";
import type { ApiCall } from "@/lib/server/api/api-call";
import { findGeneration } from "@/lib/server/db/queries/generations";
import { toImage } from "@/lib/server/db/queries/image-row";
import { findImage } from "@/lib/server/db/queries/images";
import { showPictures } from "@/lib/server/mcp/show-pictures";
import { toolError, toolResult } from "@/lib/server/mcp/tool-result";

const inputSchema = z.object({
  image_id: z.uuid(),
  original: z
    .boolean()
    .optional()
    .describe(
      "The original in full, up to 4 MB, instead of a small version. Larger ones come as a link alone.",
    ),
});

/** More is nothing that a model reads. */
const ORIGINAL_BYTES_MAX = 4 * 1024 * 1024;

/** One picture with how it was made. */
export function registerGetImage(server: McpServer, call: ApiCall): void {
  const config = {
    title: "Get a picture",
    description: "One picture of the studio: how it was made, what it cost, and the picture itself.",
    inputSchema,
    annotations: { readOnlyHint: true },
  };
  server.registerTool("get_image", config, async ({ image_id, original = false }) => {
    try {
      return await getImage(call, image_id, original);
    } catch (thrown) {
      return toolError(thrown);
    }
  });
}

async function getImage(call: ApiCall, id: string, isOriginal: boolean) {
  const { reads: db } = call.services.database;
  const row = await findImage(db, { viewerId: call.viewer.id, id });
  const generation = row && (await findGeneration(db, { viewerId: call.viewer.id, id: row.generationId }));
  if (!generation) throw new AppError("not_found", { message: "There is no such picture." });
  const image = toImage(row);
  const made = {
    cost_usd: 0,
    state: image.state,
    session_id: image.sessionId,
    prompt: generation.prompt,
    model: generation.modelId,
    options: generation.options,
    parent_image_id: generation.parentImageId,
    is_sketch: generation.isSketch,
  };
  if (image.state !== "completed") {
    return toolResult({ ...made, ...("failure" in image && { failed: image.failure.message }) });
  }
  const { described, content } = await showPictures(call, [image]);
  const [link] = content.filter(({ type }) => type === "resource_link");
  if (!isOriginal || image.sizeBytes > ORIGINAL_BYTES_MAX) {
    return toolResult({ ...made, image: described[0] }, isOriginal && link ? [link] : content);
  }
  const { b64_json: data } = await readOriginal(call.services.storage, originalKey(id));
  return toolResult({ ...made, image: described[0] }, [{ type: "image", data, mimeType: image.contentType }]);
}
