import { useWatch } from "react-hook-form";
import { estimateCost } from "@/lib/domain/money/cost";
import { estimateWords } from "./estimate-words";
import type { RecipeForm } from "./use-recipe-form";
import type { Variations } from "./variations";

type EstimateLineProps = { recipe: RecipeForm; meant: Variations; isOffline: boolean };

/** What the click will cost. */
export function EstimateLine({ recipe: { form, model }, meant, isOffline }: EstimateLineProps) {
  const [prompt, options, imageCount] = useWatch({
    control: form.control,
    name: ["prompt", "options", "imageCount"],
  });
  if (meant.kind === "several")
    return (
      <p className="min-w-0 flex-1 truncate text-caption text-ink-muted">
        {meant.count === null ? "Variations" : `${meant.count} variations`}
      </p>
    );
  const count = Number.isInteger(imageCount) ? imageCount : 1;
  return (
    <p className="min-w-0 flex-1 truncate text-caption text-ink-muted">
      {estimateWords(model, estimateCost(model, { prompt, options }, count), isOffline)}
    </p>
  );
}
