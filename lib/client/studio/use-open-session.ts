import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { type Arrival, arriveAt } from "./arrival";

/** Goes to a session, and gives the focus to its title or, to begin at once, to its prompt. */
export function useOpenSession(): (sessionId: string, arrival?: Arrival) => void {
  const { push } = useRouter();
  return useCallback(
    (sessionId, arrival = "title") => {
      arriveAt(arrival);
      push(`/s/${sessionId}`);
    },
    [push],
  );
}
