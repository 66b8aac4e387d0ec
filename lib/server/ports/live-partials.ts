import "server-only";
import type { ProviderEvent } from "./provider";

export type LivePartial = Extract<ProviderEvent, { type: "partial" }>;

/**
 * Partials as the provider sends them, in full, for whoever in this process waits for those of an image. Nothing is
 * kept: who comes late, or to another instance, has the previews that are stored.
 */
export interface LivePartials {
  tell(imageId: string, partial: LivePartial): void;
  watch(imageId: string, listener: (partial: LivePartial) => void): () => void;
}
