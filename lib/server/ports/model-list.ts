import "server-only";

/** What the provider lists, as this process knows it. */
export type ModelList = {
  /** Bare ids; null where the provider gives no list. */
  ids(): Promise<string[] | null>;
};
