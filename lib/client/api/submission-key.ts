/** Gives each intended submit one idempotency key, so that trying again never makes a second generation. */
export type SubmissionKeys = {
  /** The key for this input: a new one, unless the same input was tried before and not settled. */
  keyFor(input: unknown): string;
  /** The submit succeeded: whatever comes next is a new one, even with the same input. */
  settle(): void;
};

/** @param makeKey makes a UUID */
export function submissionKeys(makeKey: () => string): SubmissionKeys {
  let pending: { fingerprint: string; key: string } | null = null;
  return {
    keyFor(input) {
      const fingerprint = JSON.stringify(input);
      if (pending?.fingerprint !== fingerprint) pending = { fingerprint, key: makeKey() };
      return pending.key;
    },
    settle() {
      pending = null;
    },
  };
}
