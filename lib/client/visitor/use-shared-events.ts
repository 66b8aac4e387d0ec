import { useEffect, useEffectEvent } from "react";
import type { SharedEvent } from "@/lib/domain/share/visitor-gallery";
import { isGalleryGone } from "./is-gallery-gone";

/** EventSource gives up for good on an answer that is no stream, such as a proxy's while the server restarts. */
const RETRY_MS = 3_000;

/**
 * Keeps an open page in step with its gallery, until that is gone. A lost connection connects itself
 * again, and the snapshot that opens every connection heals what was missed; in between the address is
 * asked once whether there is still a gallery, because an end may have come without a word.
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
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isEnded = false;
    let isAsking = false;
    const connect = () => {
      source?.close();
      clearTimeout(timer);
      source = new EventSource(`/g/${token}/events`);
      source.onmessage = ({ data }) => tell(JSON.parse(data));
      source.onerror = () => void ask();
    };
    const ask = async () => {
      if (isAsking) return;
      isAsking = true;
      const gone = await isGalleryGone(token);
      isAsking = false;
      if (isEnded) return;
      if (gone) return tell({ type: "gone" });
      clearTimeout(timer);
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(connect, RETRY_MS);
    };
    // A page that the browser kept and shows again has slept through whatever happened.
    const onPageShow = (event: PageTransitionEvent) => event.persisted && connect();
    // The pictures that are in view come first.
    if (document.readyState === "complete") connect();
    else addEventListener("load", connect);
    addEventListener("pageshow", onPageShow);
    return () => {
      isEnded = true;
      removeEventListener("load", connect);
      clearTimeout(timer);
      source?.close();
      removeEventListener("pageshow", onPageShow);
    };
  }, [token, connection, isOpen]);
}
