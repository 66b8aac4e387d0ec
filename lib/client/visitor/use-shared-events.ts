import { useEffect, useEffectEvent } from "react";
import { openEventSource } from "@/lib/client/events/open-event-source";
import type { SharedEvent } from "@/lib/domain/share/visitor-gallery";
import { isGalleryGone } from "./is-gallery-gone";

/**
 * Keeps an open page in step with its gallery, until that is gone. At a loss the address is asked whether
 * there is still a gallery, because an end may have come without a word.
 * @param connection another value opens another connection: who has given a name is told which comments are theirs
 */
export function useSharedEvents(
  token: string,
  connection: string,
  isOpen: boolean,
  onEvent: (event: SharedEvent) => void,
): void {
  const tell = useEffectEvent(onEvent);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `connection` is there to connect again.
  useEffect(() => {
    if (!isOpen) return;
    const mayReconnect = async () => {
      if (!(await isGalleryGone(token))) return true;
      tell({ type: "gone" });
      return false;
    };
    let close = () => {};
    const open = () => {
      close = openEventSource<SharedEvent>(`/g/${token}/events`, { onEvent: tell, mayReconnect });
    };
    // The pictures that are in view come first.
    if (document.readyState === "complete") open();
    else addEventListener("load", open);
    return () => {
      removeEventListener("load", open);
      close();
    };
  }, [token, connection, isOpen]);
}
