import { type RefObject, useEffect, useRef } from "react";

/** Puts the focus into the light table, and gives it back to the tile of the picture that was shown last. */
export function useLightTableFocus(ref: RefObject<HTMLElement | null>, openId: string): void {
  const lastId = useRef(openId);
  useEffect(() => {
    lastId.current = openId;
  }, [openId]);
  useEffect(() => {
    ref.current?.focus({ preventScroll: true });
    return () => {
      // Once the page behind can be reached again.
      requestAnimationFrame(() => {
        const id = CSS.escape(lastId.current);
        const link = document.querySelector<HTMLElement>(`[data-picture="${id}"] a`);
        link?.focus({ preventScroll: true });
        link?.scrollIntoView({ block: "nearest" });
      });
    };
  }, [ref]);
}
