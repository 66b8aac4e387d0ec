import { useEffect, useState } from "react";

/** An element's width in whole pixels, as it changes; `initial` until it is measured. */
export function useElementWidth(element: HTMLElement | null, initial: number): number {
  const [widthPx, setWidthPx] = useState(initial);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidthPx(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return widthPx;
}
