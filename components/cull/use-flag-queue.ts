import { useEffect, useState } from "react";
import type { FlagQueue } from "./flag-queue";
import { openFlagQueue } from "./open-flag-queue";

/** Writes the marks of a cull. Leaving it writes at once; what a closed page could not write waits in the browser. */
export function useFlagQueue(): FlagQueue {
  const [queue] = useState(openFlagQueue);
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
