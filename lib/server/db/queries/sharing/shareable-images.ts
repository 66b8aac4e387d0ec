import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { ShareMode, ShareScope } from "@/lib/domain/share/share";
import type { Db } from "@/lib/server/ports/database";
import { images } from "@/lib/server/schema/studio-tables";

/**
 * The pictures that a share would hold if it were made now: all of the session that nobody passed
 * over, its favourites, or those that are named; where it is frozen, only finished ones. None from the trash.
 */
export async function listShareableImages(
  db: Db,
  params: {
    viewerId: string;
    sessionId: string;
    scope: ShareScope;
    mode: ShareMode;
    imageIds: readonly string[];
  },
): Promise<string[]> {
  const { viewerId, sessionId, scope, mode, imageIds } = params;
  const inScope = {
    session: eq(images.rejected, false),
    favourites: eq(images.favourite, true),
    selection: inArray(images.id, [...imageIds]),
  } satisfies Record<ShareScope, unknown>;
  const rows = await db
    .select({ id: images.id })
    .from(images)
    .where(
      and(
        eq(images.sessionId, sessionId),
        eq(images.viewerId, viewerId),
        isNull(images.deletedAt),
        inScope[scope],
        mode === "frozen" ? eq(images.state, "completed") : undefined,
      ),
    )
    .orderBy(desc(images.id));
  return rows.map(({ id }) => id);
}
