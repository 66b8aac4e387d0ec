import { useEffect, useState } from "react";
import type { MarkQueue } from "./mark-queue";
import { openMarkQueue } from "./open-mark-queue";

/** Writes the marks of a cull. Leaving it writes at once; what a closed page could not write waits in the browser. */
export function useMarkQueue(): MarkQueue {
  const [queue] = useState(openMarkQueue);
  useEffect(() => {
    const leave = () => void queue.flush();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [queue]);
  return queue;
}
