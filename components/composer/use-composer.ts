import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useFormState } from "react-hook-form";
import { focusFirst, useFocusWrong } from "@/components/ui/focus";
import { showToast } from "@/components/ui/toast-store";
import { isInRound } from "@/lib/client/review/pick-round";
import { onPromptSuggestion } from "@/lib/client/studio/prompt-suggestion";
import { type ComposerSeed, useStudio } from "@/lib/client/studio/studio-context";
import { openView } from "@/lib/client/studio/view-store";
import type { FieldProblem } from "@/lib/domain/errors/app-error";
import type { Failure } from "@/lib/domain/errors/failure-schema";
import type { RecipeValues } from "@/lib/domain/generation/generation";
import { defaultModelOf } from "@/lib/domain/models/default-model";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { type Restored, restoreDraft } from "./draft/restore-draft";
import { useKeptDraft } from "./draft/use-kept-draft";
import { useRecipeFile } from "./draft/use-recipe-file";
import { formPathOf } from "./form/form-path";
import { useRecipeForm } from "./form/use-recipe-form";
import { useSubmission } from "./form/use-submission";
import { variationsOf } from "./form/variations";
import { useComposerCommands } from "./use-composer-commands";

/** A refusal that no control can show: what happened, was it billed, what to do, and the fields it names. */
export type Refusal = { failure: Failure; fields: readonly FieldProblem[] };

/** Everything the composer does; its parts only show it. */
export function useComposer() {
  const { gallery, draft, models, provider, composerSeed } = useStudio();
  const sessionId = gallery.session.id;
  const fallback = startingModel(models);
  const recipe = useRecipeForm(fallback);
  const { form, model, parentImageId } = recipe;
  const isReady = useKeptDraft(recipe, sessionId, draft, models, fallback);
  const { send, isSending } = useSubmission();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const sentPrompt = useRef("");
  const focusWrong = useFocusWrong(element);
  // Renders with every change of what is wrong, so that the first wrong control can take the focus.
  void useFormState({ control: form.control }).errors;

  /** By the page and not by the form, which knows no fields between a reset and the next rendering. */
  const focusPrompt = () => void focusFirst(element.current, "[name=prompt]");

  /** Fills the form anew; what was typed and never sent can be brought back. */
  const replaceWith = (next: Restored) => {
    const before = recipe.current();
    setRefusal(null);
    recipe.fill(next);
    // When the inspector or the tree, from which it may come, is gone.
    requestAnimationFrame(focusPrompt);
    const isLoss = ![next.prompt, sentPrompt.current, ""].includes(before.prompt.trim());
    if (isLoss)
      showToast("Your earlier text was replaced.", { label: "Undo", run: () => recipe.fill(before) });
  };
  const takeSeed = useEffectEvent(({ generation, parentImageId }: ComposerSeed) => {
    replaceWith(restoreDraft({ ...generation, parentImageId }, models, fallback));
    // The picture's own words, left as they are, are no loss when the next picture's take their place.
    sentPrompt.current = generation.prompt.trim();
  });
  const takeSuggestion = useEffectEvent((prompt: string) => replaceWith({ ...recipe.current(), prompt }));
  useEffect(() => {
    if (composerSeed) takeSeed(composerSeed);
  }, [composerSeed]);
  useEffect(() => onPromptSuggestion((prompt) => takeSuggestion(prompt)), []);

  const recipeFile = useRecipeFile((file) =>
    replaceWith(restoreDraft({ ...file, imageCount: recipe.current().imageCount }, models, fallback)),
  );
  useComposerCommands({
    isReady: isReady && !isSending,
    submit: () => element.current?.requestSubmit(),
    focusPrompt,
    readRecipe: recipeFile.read,
  });

  /** The first wrong control takes the focus; on a phone it may be in the sheet. */
  const showErrors = (isPromptWrong: boolean) => {
    setIsSheetOpen(!isPromptWrong);
    focusWrong();
  };

  const settle = (prompt: string, sentParentId: string | null) => {
    sentPrompt.current = prompt.trim();
    recipe.setParentImageId((current) => (current === sentParentId && !isInRound(current) ? null : current));
    setIsSheetOpen(false);
  };

  const sendValues = async (values: RecipeValues) => {
    setRefusal(null);
    recipe.setNote("");
    const result = await send({ ...values, modelId: model.id, sessionId, parentImageId });
    if (!result) return;
    if (result.isCreated) return settle(values.prompt, parentImageId);
    const unplaced = result.fields.filter(({ field, message }) => {
      const path = formPathOf(field, model);
      if (path) form.setError(path, { type: "server", message });
      return !path;
    });
    const isPlaced = result.fields.length > unplaced.length;
    if (isPlaced) showErrors(result.fields.some(({ field }) => field === "prompt"));
    if (!isPlaced || unplaced.length > 0) setRefusal({ failure: result.failure, fields: unplaced });
  };

  /** Shows what braces will make before anything is sent. */
  const planValues = (values: RecipeValues) => {
    const { prompt: template, options, imageCount } = values;
    openView({
      kind: "plan",
      draft: {
        sessionId,
        parentImageId,
        template,
        base: { modelId: model.id, options, imageCount },
        sendAsWritten: () => void sendValues(values),
        onSent: () => settle(template, parentImageId),
      },
    });
  };

  const submit = form.handleSubmit(
    (values) => {
      const meant = variationsOf(values.prompt);
      return meant.kind === "several" ? planValues(values) : sendValues({ ...values, prompt: meant.prompt });
    },
    (errors) => showErrors(errors.prompt !== undefined),
  );

  return {
    recipe,
    element,
    submit,
    isReady,
    isSending,
    recipeFile,
    refusal,
    isSheetOpen,
    setIsSheetOpen,
    models,
    provider,
  };
}

function startingModel(models: readonly ImageModel[]): ImageModel {
  const model = defaultModelOf(models);
  if (!model) throw new Error("The studio offers no models.");
  return model;
}
