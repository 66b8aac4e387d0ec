import { useEffect, useRef, useState } from "react";

/** What to paint: the newest picture that could be decoded, and the one it takes over from while it fades in. */
export type DecodedPicture = { shownUrl: string | null; outgoingUrl: string | null };

/**
 * Follows an address that changes while a picture develops. A new picture is decoded before it is
 * shown, so nothing flashes; one that cannot be loaded leaves the one before in place; one that
 * arrives after a newer one is dropped.
 * @param fadeMs how long the outgoing picture stays below
 * @param firstUrl what to show at once, where `url` itself takes a while
 */
export function useDecodedPicture(
  url: string | null,
  fadeMs: number,
  firstUrl: string | null = url,
): DecodedPicture {
  const [picture, setPicture] = useState<DecodedPicture>({ shownUrl: firstUrl, outgoingUrl: null });
  const newestWanted = useRef(0);
  const newestShown = useRef(0);
  const wantedUrl = useRef(firstUrl);
  useEffect(() => {
    if (url === null || url === wantedUrl.current) return;
    wantedUrl.current = url;
    newestWanted.current += 1;
    const turn = newestWanted.current;
    const image = new Image();
    image.src = url;
    image.decode().then(
      () => {
        if (turn < newestShown.current) return;
        newestShown.current = turn;
        setPicture(({ shownUrl }) => ({ shownUrl: url, outgoingUrl: shownUrl }));
      },
      () => undefined,
    );
  }, [url]);
  const { outgoingUrl } = picture;
  useEffect(() => {
    if (outgoingUrl === null) return;
    const timer = setTimeout(
      () => setPicture((now) => (now.outgoingUrl === outgoingUrl ? { ...now, outgoingUrl: null } : now)),
      fadeMs,
    );
    return () => clearTimeout(timer);
  }, [outgoingUrl, fadeMs]);
  return picture;
}
