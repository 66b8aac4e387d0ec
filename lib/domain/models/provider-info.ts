/** Which provider serves, as people are told; never its key. */
export type ProviderInfo = {
  label: string;
  /** No key: pictures are sketches, and every place that shows one says so. */
  isOffline: boolean;
  /** Ids that the provider lists, bare; null where it gives no list. */
  listedModelIds: string[] | null;
};

/** What came of asking a provider for its models. */
export type ProviderTrial = {
  label: string;
  isOffline: boolean;
  /** How many it lists; null where it gives no list or does not answer. */
  listed: number | null;
  /** How many of those the studio's table has. */
  known: number;
};

/** The label of every picture that the offline provider drew, and its first word, where there is no room for more. */
export const SKETCH = "Sketch";
export const OFFLINE_LABEL = `${SKETCH}, offline preview`;
