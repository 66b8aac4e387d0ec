const EVENT = "safelight:suggest-prompt";

/** Offers a prompt to the composer, from wherever an example stands. */
export function suggestPrompt(prompt: string): void {
  window.dispatchEvent(new CustomEvent(EVENT, { detail: prompt }));
}

/** Takes the offers; returns what ends it. */
export function onPromptSuggestion(take: (prompt: string) => void): () => void {
  const listener = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === "string") take(event.detail);
  };
  window.addEventListener(EVENT, listener);
  return () => window.removeEventListener(EVENT, listener);
}
