import { type RefObject, useEffect, useRef } from "react";

/**
 * Where what has the focus leaves the gallery by itself (a stop button when all is stopped, the last
 * picture), the focus goes to the tile that Tab leads to, or to the gallery as a whole.
 */
export function useKeptFocus(galleryRef: RefObject<HTMLElement | null>): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const gallery = galleryRef.current;
    if (!gallery) return;
    const onFocusIn = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element ? target : null;
    };
    // Some browsers tell of an element that goes, before it is gone.
    const onFocusOut = ({ target }: FocusEvent) =>
      requestAnimationFrame(() => {
        if (focused.current === target && focused.current?.isConnected) focused.current = null;
      });
    gallery.addEventListener("focusin", onFocusIn);
    gallery.addEventListener("focusout", onFocusOut);
    return () => {
      gallery.removeEventListener("focusin", onFocusIn);
      gallery.removeEventListener("focusout", onFocusOut);
    };
  }, [galleryRef]);
  useEffect(() => {
    if (focused.current === null || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement !== document.body) return;
    const gallery = galleryRef.current;
    const place =
      gallery?.querySelector<HTMLElement>('[data-tile-button][tabindex="0"]') ??
      gallery?.closest<HTMLElement>("[id]");
    place?.focus({ preventScroll: true });
  });
}
