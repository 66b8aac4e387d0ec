import type { Draft } from "@/lib/domain/generation/draft";
import type { RecipeValues } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { carryOptions } from "@/lib/domain/models/options/carry-options";
import { withInitialOptions } from "@/lib/domain/models/options/initial-options";
import type { OptionValue, OptionValues } from "@/lib/domain/models/options/option";

/** What the form starts from, and a line for the person where something had to change. */
export type Restored = RecipeValues & {
  model: ImageModel;
  parentImageId: string | null;
  note: string | null;
};

/** An empty form of a model. */
export function freshForm(model: ImageModel): Restored {
  const options = withInitialOptions(model, {});
  return { model, prompt: "", options, imageCount: 1, parentImageId: null, note: null };
}

/**
 * A kept recipe, laid over today's table. A model that is gone from it gives way to `fallback`, and
 * options that its row no longer takes are left out; a size is kept as typed, even an unfinished one.
 */
export function restoreDraft(draft: Draft, models: readonly ImageModel[], fallback: ImageModel): Restored {
  const { prompt, imageCount, parentImageId } = draft;
  const model = models.find(({ id }) => id === draft.modelId);
  const kept = { ...freshForm(model ?? fallback), prompt, imageCount, parentImageId };
  const { options } = carryOptions(kept.model, draft.options);
  if (model) return { ...kept, options: withTypedSize(model, options, draft.options.size) };
  return {
    ...kept,
    options,
    note: `${draft.modelId} is not in the table any more; ${fallback.label} takes its place.`,
  };
}

function withTypedSize(
  model: ImageModel,
  options: OptionValues,
  size: OptionValue | undefined,
): OptionValues {
  return size === undefined || !model.options.size ? options : { ...options, size };
}
