import type { Draft } from "@/lib/domain/generation/draft";

export type DraftKeeper = {
  /** What the form starts from; `isOnServer` is false where only this browser has it. */
  start(draft: Draft, isOnServer: boolean): void;
  /** Keeps a draft in this browser if it says something new. */
  keep(draft: Draft): void;
  /** Sends what the server does not have yet. */
  send(): void;
};

type Places = {
  write(draft: Draft): void;
  /** Rejects when the server could not be reached. */
  put(draft: Draft): Promise<unknown>;
  now(): Date;
};

/**
 * Keeps a draft in the browser and on the server. Only a change is kept, with its time: a page that
 * was merely open must not overwrite what was typed in another one meanwhile.
 */
export function draftKeeper({ write, put, now }: Places): DraftKeeper {
  let kept = "";
  let unsent: Draft | null = null;
  return {
    start(draft, isOnServer) {
      kept = wordsOf(draft);
      unsent = isOnServer ? null : draft;
    },
    keep(draft) {
      const words = wordsOf(draft);
      if (words === kept) return;
      kept = words;
      unsent = { ...draft, savedAt: now().toISOString() };
      write(unsent);
    },
    send() {
      const sending = unsent;
      if (!sending) return;
      unsent = null;
      put(sending).catch(() => {
        unsent ??= sending;
      });
    },
  };
}

function wordsOf({ savedAt: _, ...draft }: Draft): string {
  return JSON.stringify(draft);
}
