import type { ProviderTrial } from "@/lib/domain/models/provider-info";
import { requestJson } from "./request-json";

/** Has the studio ask each of its providers for a list of models, which costs nothing. */
export function tryProviders() {
  return requestJson<ProviderTrial[]>("/api/providers/try", { method: "POST" });
}
