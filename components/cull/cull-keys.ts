import type { KeyboardEvent } from "react";
import type { CullAct } from "./cull-state";

const ACTS: Readonly<Record<string, CullAct | undefined>> = {
  f: "keep",
  k: "keep",
  x: "reject",
  r: "reject",
  " ": "next",
  ArrowRight: "next",
  ArrowLeft: "back",
  u: "undo",
  Backspace: "undo",
};

/** The keys of a cull. A held key does not run through the pictures by itself, but for moving. */
export function cullKeys(act: (wanted: CullAct) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isPress = event.key === " " && event.target instanceof Element && event.target.closest("button, a");
    const wanted = ACTS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!wanted || isPress) return;
    event.preventDefault();
    event.stopPropagation();
    const isMove = wanted === "next" || wanted === "back";
    if (!event.repeat || isMove) act(wanted);
  };
}
