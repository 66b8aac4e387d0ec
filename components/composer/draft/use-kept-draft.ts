import { useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { readLocalDraft } from "@/components/composer/draft/draft-storage";
import { newerDraft } from "@/components/composer/draft/newer-draft";
import { useDraftWriter } from "@/components/composer/draft/use-draft-writer";
import type { RecipeForm } from "@/components/composer/form/use-recipe-form";
import type { Draft } from "@/lib/domain/generation/draft";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { freshForm, type Restored, restoreDraft } from "./restore-draft";

/**
 * Brings the session's draft back before the browser paints again, the newer of the browser's and the
 * server's, and keeps every change of it. False until then: the server does not know which of the two
 * it is, so what depends on it is not shown yet.
 * @param serverDraft what was typed in any browser when the page was asked for
 */
export function useKeptDraft(
  recipe: RecipeForm,
  sessionId: string,
  serverDraft: Draft | null,
  models: readonly ImageModel[],
  fallback: ImageModel,
): boolean {
  const [isRestored, setIsRestored] = useState(false);
  const { form, model, parentImageId } = recipe;
  const writer = useDraftWriter(sessionId, () => (isRestored ? draftOf(recipe.current()) : null));
  const { changed } = writer;

  const restore = useEffectEvent(() => {
    const { draft, isOnServer } = newerDraft(readLocalDraft(sessionId), serverDraft);
    const kept = draft ? restoreDraft(draft, models, fallback) : freshForm(fallback);
    writer.start({ ...draftOf(kept), ...(draft?.savedAt && { savedAt: draft.savedAt }) }, isOnServer);
    recipe.fill({ ...kept, prompt: recipe.promptBeforeStart.current || kept.prompt });
  });
  useLayoutEffect(() => {
    restore();
    // A frame later, so that what moves to make room is not seen moving.
    const frame = requestAnimationFrame(() => setIsRestored(true));
    return () => cancelAnimationFrame(frame);
  }, []);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: changed }), [form, changed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two are kept, too, and are no fields of the form.
  useEffect(changed, [changed, model, parentImageId]);
  return isRestored;
}

function draftOf({ model, prompt, options, imageCount, parentImageId }: Restored): Draft {
  // An emptied number field holds NaN, which JSON does not know.
  return {
    modelId: model.id,
    prompt,
    options,
    imageCount: Number.isInteger(imageCount) ? imageCount : 1,
    parentImageId,
  };
}
