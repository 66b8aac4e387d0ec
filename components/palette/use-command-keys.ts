import { useEffect } from "react";
import { canRun, listCommands } from "@/lib/client/commands/command-registry";
import { isBareCharacter, matchesKeys } from "@/lib/client/keys/key-binding";
import { areSingleKeysOn } from "@/lib/client/keys/single-keys";

/**
 * Runs commands by their keys, wherever the focus is. What a part of the page has handled itself is
 * left alone, and so is everything while a modal dialog is open.
 */
export function useCommandKeys(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog:modal")) return;
  const command = listCommands().find(({ keys }) => keys !== undefined && matchesKeys(keys, event));
  if (!command?.keys || (isBareCharacter(command.keys) && !areCharactersFree(event.target))) return;
  if (!canRun(command)) return;
  event.preventDefault();
  if (!event.repeat) command.run();
}

/** A text field wants characters for itself, a list of choices finds its entries by them. */
function areCharactersFree(target: EventTarget | null): boolean {
  const isTyping = target instanceof Element && target.closest(TYPING) !== null;
  return !isTyping && areSingleKeysOn();
}

const TYPING = "textarea, select, input:not([type=range], [type=checkbox], [type=radio]), [contenteditable]";
