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

/** The keys of a cull; Cmd or Ctrl + Z is undo here too. A held key does not run through the pictures by itself, but for moving. */
export function cullKeys(act: (wanted: CullAct) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey) return;
    const isModified = event.ctrlKey || event.metaKey;
    if (isModified && (event.key.toLowerCase() !== "z" || event.shiftKey)) return;
    const isPress = event.key === " " && event.target instanceof Element && event.target.closest("button, a");
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const wanted = isModified ? "undo" : ACTS[key];
    if (!wanted || isPress) return;
    event.preventDefault();
    event.stopPropagation();
    const isMove = wanted === "next" || wanted === "back";
    if (!event.repeat || isMove) act(wanted);
  };
}
