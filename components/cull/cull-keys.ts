import type { KeyboardEvent } from "react";
import { actionOf, KEYS } from "@/lib/client/keys/keys";
import type { CullAct } from "./cull-state";

/** The keys of a cull. A held key does not run through the pictures by itself, but for moving. */
export function cullKeys(act: (wanted: CullAct) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const isPress = event.key === " " && event.target instanceof Element && event.target.closest("button, a");
    const wanted: CullAct | null = actionOf(KEYS.cull, event);
    if (!wanted || isPress) return;
    event.preventDefault();
    event.stopPropagation();
    const isMove = wanted === "next" || wanted === "back";
    if (!event.repeat || isMove) act(wanted);
  };
}
