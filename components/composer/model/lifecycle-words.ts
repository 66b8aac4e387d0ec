import type { ImageModel } from "@/lib/domain/models/image-model";

const VENDOR_NAMES: Readonly<Record<string, string>> = { openai: "OpenAI" };

/** The vendor's name as people write it; the prefix itself where it is not known. */
export function vendorName(model: ImageModel): string {
  return VENDOR_NAMES[model.vendor] ?? model.vendor;
}

/** Whether the vendor has stopped serving the model. A model is gone from its shutdown day on (UTC). */
export function isShutDown({ lifecycle }: ImageModel, today: Date): boolean {
  return lifecycle.shutdownOn !== null && lifecycle.shutdownOn <= today.toISOString().slice(0, 10);
}

/** What to know before relying on a model: its end, and whether the provider lists it; null when nothing. */
export function lifecycleWords(
  model: ImageModel,
  today: Date,
  listedModelIds: readonly string[] | null,
): string | null {
  const isUnlisted = listedModelIds !== null && !listedModelIds.includes(model.id);
  const sentences = [endWords(model, today), isUnlisted ? "Not listed by this provider." : null];
  return sentences.filter(Boolean).join(" ") || null;
}

function endWords(model: ImageModel, today: Date): string | null {
  const { shutdownOn } = model.lifecycle;
  if (shutdownOn === null) return null;
  const vendor = vendorName(model);
  const day = dayWords(shutdownOn);
  return isShutDown(model, today)
    ? `Gone at ${vendor} since ${day}; other providers may serve it.`
    : `${vendor} shuts it down on ${day}.`;
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

function dayWords(isoDate: string): string {
  return DAY.format(new Date(isoDate));
}
