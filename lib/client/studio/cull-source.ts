import type { SearchQuery } from "@/lib/domain/gallery/search";
import type { CompletedImage } from "@/lib/domain/generation/image";

/** A picture to be judged. */
export type CullItem = { image: CompletedImage; prompt: string; isSketch: boolean };

/** Where the pictures of a cull come from. `key` names it in this browser, to go on where one left. */
export type CullSource = { key: string; title: string } & (
  | { kind: "search"; query: Partial<SearchQuery>; count: number | null }
  | { kind: "list"; items: readonly CullItem[] }
);

/** All pictures of a session. */
export function sessionCull(session: { id: string; title: string; pictureCount: number }): CullSource {
  return {
    kind: "search",
    key: `session:${session.id}`,
    title: session.title,
    query: { session: session.id },
    count: session.pictureCount,
  };
}
