import { type RefObject, useEffect, useState } from "react";

/** As far beyond the window as one scrolls or tabs at once. */
const MARGIN = "100%";

const listeners = new WeakMap<Element, () => void>();
let shared: IntersectionObserver | undefined;

/** Whether an element has come near the window, once and for good. False on the server and in the first render. */
export function useNear(ref: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || isNear) return;
    shared ??= new IntersectionObserver(tell, { rootMargin: MARGIN });
    listeners.set(element, () => setIsNear(true));
    shared.observe(element);
    return () => shared?.unobserve(element);
  }, [ref, isNear]);
  return isNear;
}

/** One observer for all tiles of a page: what comes near together is told together. */
function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) if (isIntersecting) listeners.get(target)?.();
}
