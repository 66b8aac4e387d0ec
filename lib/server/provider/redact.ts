import "server-only";
import type { UsedOptions } from "@/lib/domain/generation/image";
import { chosenEntries } from "@/lib/domain/models/options/option";
import type { ProviderEvent } from "@/lib/server/ports/provider";

/** A provider's words without the key, which some repeat, whole or in part. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.reduce((result, secret) => result.replaceAll(secret, "[key]"), text);
  return known.replace(/\b(sk|dsk|key)-[\w*-]{6,}/g, "[key]");
}

/** The words that come with pictures are a provider's, too. */
export function redactEvent(event: ProviderEvent, secrets: readonly string[]): ProviderEvent {
  switch (event.type) {
    case "partial":
      return { ...event, used: redactUsed(event.used, secrets) };
    case "answered":
      return {
        ...event,
        images: event.images.map((image) => {
          if (image.type === "lost") return image;
          const revisedPrompt = image.revisedPrompt === null ? null : redact(image.revisedPrompt, secrets);
          return { ...image, revisedPrompt, used: redactUsed(image.used, secrets) };
        }),
      };
  }
}

function redactUsed(used: UsedOptions, secrets: readonly string[]): UsedOptions {
  return Object.fromEntries(
    chosenEntries(used).map(([name, value]) => [name, redact(String(value), secrets)]),
  );
}
