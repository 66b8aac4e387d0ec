import "server-only";
import type { LivePartial, LivePartials } from "@/lib/server/ports/live-partials";

/** Tells partials to those who listen, and costs nothing where nobody does. */
export function openLivePartials(): LivePartials {
  const listeners = new Map<string, Set<(partial: LivePartial) => void>>();
  return {
    tell(imageId, partial) {
      for (const listener of listeners.get(imageId) ?? []) listener(partial);
    },
    watch(imageId, listener) {
      const those = listeners.get(imageId) ?? new Set();
      listeners.set(imageId, those.add(listener));
      return () => {
        those.delete(listener);
        if (those.size === 0 && listeners.get(imageId) === those) listeners.delete(imageId);
      };
    },
  };
}
