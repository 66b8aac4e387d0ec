import "server-only";

/** How a studio that stops treats what is under way. What waits is left as it is, for the next start or another instance. */
export type Drain = {
  /** How long calls that the provider still works on may go on. One whose final has begun is always waited for. */
  withinMs: number;
  /** Aborted when someone has no patience left: what the provider still works on is ended now. */
  hurry: AbortSignal;
  /** Told how many calls are waited for, at first and whenever one has ended. */
  onWaiting(calls: number): void;
  /** What else needs the studio to its end: requests that are being answered. */
  requestsEnded(): Promise<void>;
};

/** Ends at once what the provider works on, and keeps what it has finished. */
export const NO_DRAIN: Drain = {
  withinMs: 0,
  hurry: new AbortController().signal,
  onWaiting: () => {},
  requestsEnded: async () => {},
};
