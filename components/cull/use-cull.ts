import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { CullSource } from "@/lib/client/studio/cull-source";
import { CULL_START, type CullAct, type CullState, cull, isUndoLoaded } from "./cull-state";
import { readCull, resumed, writeCull } from "./cull-storage";
import { useCullItems } from "./use-cull-items";
import { useFlagQueue } from "./use-flag-queue";

/** So many pictures ahead the next page is asked for. */
const AHEAD = 30;

/** A cull as it runs: it goes on where it was left in this browser, and writes every decision. */
export function useCull(source: CullSource) {
  const list = useCullItems(source);
  const { items, isMore, problem, loadMore } = list;
  const queue = useFlagQueue();
  const [state, setState] = useState<CullState>(CULL_START);
  /** Where to go on, until that picture is found. */
  const [sought, setSought] = useState(() => readCull(source.key));
  const latest = useRef({ state, items });
  latest.current = { state, items };

  /** An undo leads to a picture that is not loaded yet. */
  const [isUndoing, setUndoing] = useState(false);

  useEffect(() => {
    const found = sought && resumed(sought, items, isMore);
    if (!found) return;
    setState(found);
    setSought(null);
  }, [sought, items, isMore]);

  const isSeeking = sought !== null || isUndoing;
  const isNearEnd = isSeeking || items.length - state.place < AHEAD;
  useEffect(() => {
    if (isNearEnd && isMore && problem === null) loadMore();
  }, [isNearEnd, isMore, problem, loadMore]);

  const imageId = items[state.place]?.image.id ?? null;
  const isWaiting = imageId === null && isMore;
  const isKept = !isSeeking && !isWaiting && items.length > 0;
  const { steps } = state;
  const count = items.length;
  useEffect(() => {
    if (isKept) writeCull(source.key, { imageId, count, steps: [...steps] });
  }, [isKept, source.key, imageId, count, steps]);

  const act = (wanted: CullAct) => {
    if (wanted === "undo" && isMore && !isUndoLoaded(latest.current.state, latest.current.items))
      return setUndoing(true);
    const { state, mark } = cull(latest.current.state, latest.current.items, wanted);
    // Keys can come faster than renderings.
    latest.current = { ...latest.current, state };
    setState(state);
    if (mark) queue.add(mark);
  };
  const isFound = !isMore || isUndoLoaded(state, items);
  const undoFound = useEffectEvent(() => act("undo"));
  useEffect(() => {
    if (!isUndoing || !isFound) return;
    setUndoing(false);
    undoFound();
  }, [isUndoing, isFound]);
  const restart = () => setState((now) => ({ ...now, place: 0 }));
  return { ...list, state, act, restart, isSeeking, flush: queue.flush };
}
