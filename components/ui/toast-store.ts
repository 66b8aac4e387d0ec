export type Toast = {
  id: number;
  message: string;
  action: { label: string; run(): void } | null;
};

const DURATION_MS = 8_000;
const SHOWN_MAX = 3;
const NONE: readonly Toast[] = [];

let toasts = NONE;
let regionIds: readonly string[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** Shows a line at the bottom of the window for 8 seconds, with one action ("Undo") where there is one. */
export function showToast(message: string, action: Toast["action"] = null): void {
  toasts = [...toasts.slice(-(SHOWN_MAX - 1)), { id: nextId++, message, action }];
  notify();
}

export function dismissToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  notify();
}

/** What a toast region reads. Of several regions only the one mounted last shows anything. */
export const toastStore = {
  durationMs: DURATION_MS,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  mountRegion(regionId: string): () => void {
    regionIds = [...regionIds, regionId];
    notify();
    return () => {
      regionIds = regionIds.filter((id) => id !== regionId);
      notify();
    };
  },
  getFor: (regionId: string): readonly Toast[] => (regionIds.at(-1) === regionId ? toasts : NONE),
  getOnServer: (): readonly Toast[] => NONE,
};

function notify(): void {
  for (const listener of listeners) listener();
}
