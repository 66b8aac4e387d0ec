import type { ReactNode } from "react";
import { useTileContext } from "@/components/gallery/tile/tile-context";
import { LocalTime } from "@/components/ui/local-time";
import { formatUsd, formatUsdRange } from "@/lib/client/words/format-usd";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { chosenEntries } from "@/lib/domain/models/options/option";
import { optionWords, settingWords } from "@/lib/domain/models/options/option-words";
import { estimateCost } from "@/lib/domain/money/cost";

/** One quiet line: model, what was chosen, when, and what it cost or is estimated to cost; a sketch costs nothing. */
export function GenerationMeta({ generation, images }: { generation: Generation; images: readonly Image[] }) {
  const { models } = useTileContext();
  const model = models.find(({ id }) => id === generation.modelId);
  const facts: ReactNode[] = [
    model?.label ?? generation.modelId,
    ...settingsOf(generation),
    <LocalTime key="time" iso={generation.createdAt} />,
    // Last, since its words change when the pictures are there and nothing may move.
    generation.isSketch ? null : costWords(generation, images, model),
  ].filter((fact) => fact !== null);
  return (
    <p className="mt-0.5 flex flex-wrap text-caption text-ink-faint">
      {facts.map((fact, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have a fixed order and no state.
        <span key={place} className="whitespace-nowrap">
          {fact}
          {place < facts.length - 1 && (
            <span aria-hidden className="px-1">
              ·
            </span>
          )}
        </span>
      ))}
    </p>
  );
}

/** Sizes speak for themselves; the number of previews is about watching, not about the picture. */
function settingsOf({ options }: Generation): string[] {
  return chosenEntries(options).flatMap(([name, value]) => {
    if (name === "partials") return [];
    return name === "size" ? [optionWords(value)] : [settingWords(name, value)];
  });
}

/** "$0.04" once every picture ended and its price is known, else "about $0.05", or "$0.01 to $0.21". */
function costWords(
  generation: Generation,
  images: readonly Image[],
  model: ImageModel | undefined,
): string | null {
  const costs = images.flatMap((image) => (image.state === "completed" ? [image.costUsd] : []));
  const known = costs.filter((cost) => cost !== null);
  if (images.every(isEnded) && costs.length > 0 && known.length === costs.length)
    return formatUsd(known.reduce((sum, cost) => sum + cost, 0));
  const { estimateUsd, imageCount } = generation;
  if (estimateUsd === null) return null;
  const estimate = model ? estimateCost(model, generation, imageCount) : null;
  // The upper end is what was journalled; the lower one follows from the same row.
  const lowerUsd = Math.min(estimate?.lowerUsd ?? estimateUsd, estimateUsd);
  return formatUsdRange({ lowerUsd, upperUsd: estimateUsd }, "about");
}
