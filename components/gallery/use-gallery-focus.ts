import { type FocusEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { GalleryRow } from "./gallery-rows";
import { focusTile, tileOf } from "./tile-focus";

/** The one tile that Tab leads to: the one that had the focus last while it exists, else the first. */
export function useTabStop(shown: readonly GalleryRow[], openId: string | null) {
  const [lastFocusedId, setLastFocusedId] = useState<string | null>(null);
  const ids = shown.flatMap(({ images }) => images.map(({ id }) => id));
  const wanted = [lastFocusedId, openId].find((id) => id !== null && ids.includes(id));
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const tile = event.target.closest<HTMLElement>("[data-image-id]");
    if (tile) setLastFocusedId(tile.dataset.imageId ?? null);
  };
  return { tabStopId: wanted ?? ids[0] ?? null, onFocus };
}

/**
 * Keeps the picture of the inspector in sight while a person pages through it, and gives its tile the
 * focus when the inspector closes.
 * @param reveal scrolls to the block of a picture whose tile does not exist now
 */
export function useFollowOpen(
  gallery: HTMLElement | null,
  openId: string | null,
  reveal: (id: string) => void,
) {
  const lastOpenId = useRef<string | null>(null);
  const onHidden = useEffectEvent(reveal);
  useEffect(() => {
    const closedId = openId === null ? lastOpenId.current : null;
    lastOpenId.current = openId;
    if (!gallery) return;
    if (closedId !== null) focusTile(tileOf(gallery, closedId));
    if (openId === null) return;
    const tile = tileOf(gallery, openId);
    if (tile) tile.scrollIntoView({ block: "nearest" });
    else onHidden(openId);
  }, [gallery, openId]);
}
