import { useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { readDraft } from "@/lib/client/draft-storage";
import { useDraftWriter } from "@/lib/client/use-draft-writer";
import type { Draft } from "@/lib/domain/draft";
import type { ImageModel } from "@/lib/domain/image-model";
import { freshForm, restoreDraft } from "./restore-draft";
import type { RecipeForm } from "./use-recipe-form";

/**
 * Brings the session's draft back before the browser paints again, and keeps every change of it.
 * False until then: the server does not know the draft, so what depends on it is not shown yet.
 */
export function useKeptDraft(
  recipe: RecipeForm,
  sessionId: string,
  models: readonly ImageModel[],
  fallback: ImageModel,
): boolean {
  const [isRestored, setIsRestored] = useState(false);
  const { form, model, parentImageId } = recipe;
  const keep = useDraftWriter(sessionId, () => (isRestored ? draftOf(recipe) : null));

  const restore = useEffectEvent(() => {
    const draft = readDraft(sessionId);
    const kept = draft ? restoreDraft(draft, models, fallback) : freshForm(fallback);
    recipe.fill({ ...kept, prompt: recipe.promptBeforeStart.current || kept.prompt });
  });
  useLayoutEffect(() => {
    restore();
    // A frame later, so that what moves to make room is not seen moving.
    const frame = requestAnimationFrame(() => setIsRestored(true));
    return () => cancelAnimationFrame(frame);
  }, []);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: keep }), [form, keep]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two are kept, too, and are no fields of the form.
  useEffect(keep, [keep, model, parentImageId]);
  return isRestored;
}

function draftOf(recipe: RecipeForm): Draft {
  const { model, prompt, options, imageCount, parentImageId } = recipe.current();
  // An emptied number field holds NaN, which JSON does not know.
  return {
    modelId: model.id,
    prompt,
    options,
    imageCount: Number.isInteger(imageCount) ? imageCount : 1,
    parentImageId,
  };
}
