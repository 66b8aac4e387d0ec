import { type RefObject, useEffect, useRef } from "react";

/**
 * Gives the focus to the first element inside that is found, by the first selector that finds one.
 * @returns the element; null where there is none
 */
export function focusFirst(
  root: ParentNode | null | undefined,
  selectors: string | readonly string[],
  options?: FocusOptions,
): HTMLElement | null {
  for (const selector of [selectors].flat()) {
    const found = root?.querySelector<HTMLElement>(selector);
    if (!found) continue;
    found.focus(options);
    return found;
  }
  return null;
}

/** For what is about to go or is gone from a dialog: its first place takes the focus, else its heading. */
export function focusDialog(inside: Element | null | undefined): void {
  focusFirst(inside?.closest("dialog"), ["[data-autofocus]", "[data-dialog-heading]"]);
}

const WRONG = ":is(input, select, textarea)[aria-invalid=true]";

/**
 * Gives the focus to the first wrong control of a form with the rendering that shows it.
 * @returns what asks for it; the caller is rendered again by whatever it is that is wrong
 */
export function useFocusWrong(form: RefObject<HTMLElement | null>): () => void {
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current && focusFirst(form.current, WRONG)) isAsked.current = false;
  });
  return () => {
    isAsked.current = true;
  };
}
