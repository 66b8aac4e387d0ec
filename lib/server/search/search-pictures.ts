import "server-only";
import type { SearchQuery, SearchResult } from "@/lib/domain/gallery/search";
import { searchImages } from "@/lib/server/db/queries/found-images";
import { toGeneration } from "@/lib/server/db/queries/generations";
import { toImage } from "@/lib/server/db/queries/image-row";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";
import { searchQueryOf } from "./search-words";

const IMAGES_A_PAGE = 60;

/** Finds pictures across all sessions by the words of their prompts and by what they are. */
export async function search(db: Db, viewer: Viewer, query: SearchQuery): Promise<SearchResult> {
  const words = searchQueryOf(query.q);
  const nothing = { generations: [], images: [], sessionTitles: {}, olderCursor: null };
  // Signs without a single word match nothing, rather than everything.
  if (words === null && query.q.trim() !== "") return nothing;
  const found = await searchImages(db, { viewerId: viewer.id, words, query, limit: IMAGES_A_PAGE + 1 });
  const shown = found.slice(0, IMAGES_A_PAGE);
  const generations = new Map(shown.map(({ generation }) => [generation.id, toGeneration(generation)]));
  return {
    images: shown.map(({ image }) => toImage(image)),
    generations: [...generations.values()],
    sessionTitles: Object.fromEntries(
      shown.map(({ image, sessionTitle }) => [image.sessionId, sessionTitle]),
    ),
    olderCursor: found.length > shown.length ? (shown.at(-1)?.image.id ?? null) : null,
  };
}
