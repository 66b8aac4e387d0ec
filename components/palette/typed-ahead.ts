/** A palette that is not there by then will not come; the keys go their usual way again. */
const HELD_MS_MAX = 3_000;

let typed = "";
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps what is typed from now on for a text field that is still loading, instead of where the focus is. */
export function holdTyping(): void {
  if (timer !== undefined) return;
  window.addEventListener("keydown", hold, { capture: true });
  timer = setTimeout(takeTyped, HELD_MS_MAX);
}

/** Ends it, and gives what was typed meanwhile. */
export function takeTyped(): string {
  window.removeEventListener("keydown", hold, { capture: true });
  clearTimeout(timer);
  timer = undefined;
  const text = typed;
  typed = "";
  return text;
}

function hold(event: KeyboardEvent): void {
  if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  typed += event.key;
}
