import { createStore, useStoreValue } from "@/lib/client/store/create-store";
import type { ShareScope } from "@/lib/domain/share/share";

/** What the dialog shows: a new share of something, or all shares. */
export type ShareView = { kind: "new"; scope: ShareScope; imageIds: readonly string[] } | { kind: "list" };

const views = createStore<ShareView | null>(null);

/** Asks for a share of the open session or of its favourites. */
export function shareSession(scope: "session" | "favourites" = "session"): void {
  views.set({ kind: "new", scope, imageIds: [] });
}

/** Asks for a share of these pictures. */
export function sharePictures(imageIds: readonly string[]): void {
  views.set({ kind: "new", scope: "selection", imageIds });
}

export function showShares(): void {
  views.set({ kind: "list" });
}

export function closeShareView(): void {
  views.set(null);
}

export function useShareView(): ShareView | null {
  return useStoreValue(views);
}
