import type { KeyboardEvent } from "react";

export type LightTableCommands = {
  close(): void;
  previous(): void;
  next(): void;
  first(): void;
  last(): void;
  fullScreen(): void;
  slideshow(): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  pick?: () => void;
  reject?: () => void;
  comment?: () => void;
};

const COMMANDS: Readonly<Record<string, keyof LightTableCommands>> = {
  Escape: "close",
  ArrowLeft: "previous",
  ArrowRight: "next",
  Home: "first",
  End: "last",
  f: "fullScreen",
  " ": "slideshow",
  "+": "zoomIn",
  "=": "zoomIn",
  "-": "zoomOut",
  "0": "fit",
  p: "pick",
  x: "reject",
  c: "comment",
};

/** The keys of the light table. A field keeps its own, but for Escape; a focused control keeps Space. */
export function lightTableKeys(commands: LightTableCommands) {
  return (event: KeyboardEvent): void => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    const { target, key } = event;
    const name = COMMANDS[key.length === 1 ? key.toLowerCase() : key];
    if (!name || !(target instanceof Element)) return;
    if (key !== "Escape" && target.closest("input, textarea, select")) return;
    if (key === " " && target.closest("button, a")) return;
    const run = commands[name];
    if (!run) return;
    event.preventDefault();
    run();
  };
}
