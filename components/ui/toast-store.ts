import { createStore } from "@/lib/client/store/create-store";

export type Toast = {
  id: number;
  message: string;
  action: { label: string; run(): void } | null;
};

export const TOAST_DURATION_MS = 8_000;
const SHOWN_MAX = 3;
const NONE: readonly Toast[] = [];

/** `regionIds`: the regions of the page in the order in which they were mounted. */
type Toasts = { lines: readonly Toast[]; regionIds: readonly string[] };

export const toasts = createStore<Toasts>({ lines: NONE, regionIds: [] });
let nextId = 1;

/** Shows a line at the bottom of the window for 8 seconds, with one action ("Undo") where there is one. */
export function showToast(message: string, action: Toast["action"] = null): void {
  const { lines, regionIds } = toasts.get();
  const line = { id: nextId, message, action };
  nextId += 1;
  toasts.set({ regionIds, lines: [...lines.slice(-(SHOWN_MAX - 1)), line] });
}

export function dismissToast(id: number): void {
  const { lines, regionIds } = toasts.get();
  toasts.set({ regionIds, lines: lines.filter((toast) => toast.id !== id) });
}

/** Returns what takes the region away again. */
export function mountRegion(regionId: string): () => void {
  const { lines, regionIds } = toasts.get();
  toasts.set({ lines, regionIds: [...regionIds, regionId] });
  return () => {
    const now = toasts.get();
    toasts.set({ ...now, regionIds: now.regionIds.filter((id) => id !== regionId) });
  };
}

/** What a region shows: of several only the one mounted last shows anything. */
export function linesIn({ lines, regionIds }: Toasts, regionId: string): readonly Toast[] {
  return regionIds.at(-1) === regionId ? lines : NONE;
}
