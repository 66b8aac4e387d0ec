import "server-only";
import type { McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import type { ApiCall } from "@/lib/server/api/api-call";
import { toolError, toolResult } from "@/lib/server/mcp/tool-result";
import { readSessionList } from "@/lib/server/sessions/list-sessions";
import { readGallery } from "@/lib/server/sessions/read-gallery";

const inputSchema = z.object({
  session_id: z
    .uuid()
    .optional()
    .describe("Lists what was made in this session instead, with the ids of its pictures."),
  title: z.string().max(200).optional().describe("Only sessions whose name has these words."),
  before: z.string().max(100).optional().describe("The cursor of the answer before, for older ones."),
});
type Args = z.infer<typeof inputSchema>;

/** Sessions, or what is in one: the way to the ids of pictures. */
export function registerListSessions(server: McpServer, call: ApiCall): void {
  const config = {
    title: "List sessions",
    description:
      "The studio's sessions, last worked in first; or with a session_id its generations and pictures, newest first.",
    inputSchema,
    annotations: { readOnlyHint: true },
  };
  server.registerTool("list_sessions", config, async (args) => {
    try {
      const facts = args.session_id
        ? await listPictures(call, args.session_id, args)
        : await listSessions(call, args);
      return toolResult({ cost_usd: 0, ...facts });
    } catch (thrown) {
      return toolError(thrown);
    }
  });
}

async function listSessions({ services, viewer }: ApiCall, { title, before }: Args) {
  const page = await readSessionList(services.database.reads, viewer, {
    ...{ shelf: "current" as const, title: title ?? null, before: before ?? null },
  });
  return {
    sessions: page.sessions.map(({ id, title, pictureCount, spentUsd, updatedAt }) => ({
      ...{ session_id: id, title, pictures: pictureCount, spent_usd: spentUsd, updated_at: updatedAt },
    })),
    before: page.olderCursor,
  };
}

async function listPictures({ services, viewer }: ApiCall, sessionId: string, { before }: Args) {
  const gallery = await readGallery(services.database.reads, viewer, { sessionId, before: before ?? null });
  return {
    session_id: gallery.session.id,
    title: gallery.session.title,
    spent_usd: gallery.session.spentUsd,
    generations: gallery.generations.map(({ id, prompt, modelId, parentImageId, createdAt }) => ({
      ...{ generation_id: id, prompt, model: modelId, parent_image_id: parentImageId, created_at: createdAt },
      images: gallery.images
        .filter((image) => image.generationId === id && image.deletedAt === null)
        .map((image) => ({ image_id: image.id, state: image.state, favourite: image.favourite })),
    })),
    before: gallery.olderCursor,
  };
}
