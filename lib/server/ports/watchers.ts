import "server-only";
import type { StudioEvent } from "@/lib/domain/gallery/events";
import type { ShareRow } from "@/lib/server/schema/share-tables";

/** A share that changed, with its row: visitors' streams end by it. Null once it is deleted. */
type ShareChanged = { type: "share-changed"; shareId: string; share: ShareRow | null };
/** A row that changed, or "gap": changes may have been missed, so a snapshot is due. */
export type Watched = Exclude<StudioEvent, { type: "snapshot" | "share-changed" }> | ShareChanged | "gap";
export type Watcher = (watched: Watched) => void;

/** Everyone in this process who looks at a session. */
export interface Watchers {
  watch(sessionId: string, watcher: Watcher): () => void;
  close(): Promise<void>;
}
