import type { KeyboardEvent } from "react";
import { actionOf, KEYS } from "@/lib/client/keys/keys";

/** What can be done now; what cannot is undefined. */
export type LightTableCommands = Record<keyof typeof KEYS.lightTable, (() => void) | undefined>;

/** The keys of the light table. A field keeps its own, but for Escape; a focused control keeps Space. */
export function lightTableKeys(commands: LightTableCommands) {
  return (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (event.defaultPrevented || !(target instanceof Element)) return;
    const name = actionOf(KEYS.lightTable, event);
    if (name === null) return;
    if (name !== "close" && target.closest("input, textarea, select")) return;
    if (key === " " && target.closest("button, a")) return;
    const run = commands[name];
    if (!run) return;
    event.preventDefault();
    run();
  };
}
