import type { ProviderTrial } from "@/lib/domain/models/provider-info";

/** What came of asking every provider, one a line; the one there is needs no name. */
export function trialsWords(trials: readonly ProviderTrial[]): string {
  const isOne = trials.length === 1;
  return trials.map((trial) => (isOne ? "" : `${trial.label}: `) + trialWords(trial)).join("\n");
}

/** What came of asking a provider for its models. */
function trialWords({ isOffline, listed, known }: ProviderTrial): string {
  if (isOffline) return "The offline provider answers. It draws sketches; a key makes them pictures.";
  if (listed === null)
    return "It gave no list of models: it does not answer, refuses the key, or keeps none.";
  const models = listed === 1 ? "1 model" : `${listed} models`;
  return `It answers and lists ${models}, ${known} of which the studio knows.`;
}
