import { useSyncExternalStore } from "react";

/** The whole screen for the page, where the browser has that. */
export function useFullScreen(): { canFill: boolean; isFull: boolean; toggle(): void } {
  const canFill = useSyncExternalStore(
    () => () => undefined,
    () => document.fullscreenEnabled === true,
    () => false,
  );
  const isFull = useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  );
  return {
    canFill,
    isFull,
    toggle() {
      // Refused without a press of the person's own: then nothing happens, and nothing needs to.
      const change = document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen();
      change.catch(() => undefined);
    },
  };
}

function subscribe(listener: () => void): () => void {
  document.addEventListener("fullscreenchange", listener);
  return () => document.removeEventListener("fullscreenchange", listener);
}
