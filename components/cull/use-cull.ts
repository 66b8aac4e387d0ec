import { useEffect, useRef, useState } from "react";
import type { CullSource } from "@/lib/client/cull-source";
import { CULL_START, type CullAct, type CullState, cull } from "./cull-state";
import { readCull, resumed, writeCull } from "./cull-storage";
import { useCullItems } from "./use-cull-items";
import { useMarkQueue } from "./use-mark-queue";

/** So many pictures ahead the next stretch is asked for. */
const AHEAD = 30;

/** A cull as it runs: it goes on where it was left in this browser, and writes every decision. */
export function useCull(source: CullSource) {
  const list = useCullItems(source);
  const { items, isMore, problem, loadMore } = list;
  const queue = useMarkQueue();
  const [state, setState] = useState<CullState>(CULL_START);
  /** Where to go on, until that picture is found. */
  const [sought, setSought] = useState(() => readCull(source.key));
  const latest = useRef({ state, items });
  latest.current = { state, items };

  const foundPlace = sought ? items.findIndex(({ image }) => image.id === sought.imageId) : -1;
  useEffect(() => {
    if (!sought) return;
    if (foundPlace >= 0) setState(resumed(sought, foundPlace));
    if (foundPlace >= 0 || !isMore) setSought(null);
  }, [sought, foundPlace, isMore]);

  const isNearEnd = sought !== null || items.length - state.place < AHEAD;
  useEffect(() => {
    if (isNearEnd && isMore && problem === null) loadMore();
  }, [isNearEnd, isMore, problem, loadMore]);

  const imageId = items[state.place]?.image.id ?? null;
  const isKept = sought === null && items.length > 0;
  const { steps } = state;
  useEffect(() => {
    if (isKept) writeCull(source.key, { imageId, steps: [...steps] });
  }, [isKept, source.key, imageId, steps]);

  const act = (wanted: CullAct) => {
    const { state, mark } = cull(latest.current.state, latest.current.items, wanted);
    // Keys can come faster than renderings.
    latest.current = { ...latest.current, state };
    setState(state);
    if (mark) queue.add(mark);
  };
  const restart = () => setState((now) => ({ ...now, place: 0 }));
  return { ...list, state, act, restart, isSeeking: sought !== null, flush: queue.flush };
}
