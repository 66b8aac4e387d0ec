import { type RefObject, useEffect, useRef } from "react";
import { focusFirst } from "@/components/ui/focus";

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
        const selector = `[data-picture="${CSS.escape(lastId.current)}"] a`;
        const link = focusFirst(document, selector, { preventScroll: true });
        link?.scrollIntoView({ block: "nearest" });
      });
    };
  }, [ref]);
}
