import { useEffect, useEffectEvent } from "react";

/** A part of the studio that can take the focus when another session opens. */
export type Arrival = "prompt" | "title";

let expected: Arrival | null = null;

/** Says what takes the focus in the session that opens next; what has it now goes with the old one. */
export function arriveAt(place: Arrival): void {
  expected = place;
}

/** Takes the focus by `focus` if it was this place's turn, as soon as the place `isReady`. */
export function useArrival(place: Arrival, isReady: boolean, focus: () => void): void {
  const take = useEffectEvent(focus);
  useEffect(() => {
    if (!isReady || expected !== place) return;
    expected = null;
    take();
  }, [isReady, place]);
}
