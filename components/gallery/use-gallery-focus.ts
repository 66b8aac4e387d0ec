import { type FocusEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { GalleryEntry } from "./gallery-entries";
import { focusTile, tileOf } from "./tile/tile-focus";

/** The one tile that Tab leads to: the one that had the focus last while it exists, else the first. */
export function useTabStop(shown: readonly GalleryEntry[], openId: string | null) {
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
 * focus when the inspector closes. Both change the width of the gallery: what is in sight is put right
 * once more when the new rows are measured.
 * @param reveal scrolls to the block of a picture whose tile does not exist now
 */
export function useFollowOpen(
  gallery: HTMLElement | null,
  openId: string | null,
  widthPx: number,
  reveal: (imageId: string) => void,
) {
  const lastOpenId = useRef<string | null>(null);
  const onHidden = useEffectEvent(reveal);
  useEffect(() => {
    if (!gallery) return;
    if (openId === null && lastOpenId.current !== null) focusTile(tileOf(gallery, lastOpenId.current));
    if (openId === null) return;
    lastOpenId.current = openId;
    const tile = tileOf(gallery, openId);
    if (tile) tile.scrollIntoView({ block: "nearest" });
    else onHidden(openId);
  }, [gallery, openId]);
  const onSettled = useEffectEvent(() => {
    const imageId = lastOpenId.current;
    if (gallery && imageId !== null) tileOf(gallery, imageId)?.scrollIntoView({ block: "nearest" });
    lastOpenId.current = openId;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width is what moves the tiles.
  useEffect(() => afterFrames(SETTLING_FRAMES, onSettled), [widthPx]);
}

/** One to measure the new rows, one to lay out what follows from it. */
const SETTLING_FRAMES = 2;

function afterFrames(count: number, run: () => void): () => void {
  let left = count;
  let frame = requestAnimationFrame(function next() {
    left -= 1;
    if (left > 0) frame = requestAnimationFrame(next);
    else run();
  });
  return () => cancelAnimationFrame(frame);
}
