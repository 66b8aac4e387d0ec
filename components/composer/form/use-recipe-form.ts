import { useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { freshForm, type Restored } from "@/components/composer/draft/restore-draft";
import { changeWords } from "@/components/composer/options/change-words";
import type { RecipeValues } from "@/lib/domain/generation/generation";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { carryOptions } from "@/lib/domain/models/options/carry-options";
import { chooseOption } from "@/lib/domain/models/options/choose-option";
import { withInitialOptions } from "@/lib/domain/models/options/initial-options";
import type { OptionName, OptionValue, OptionValues } from "@/lib/domain/models/options/option";
import { recipeResolver } from "./recipe-form";

/** The form with its model and parent, and every way in which a person or a recipe changes them. */
export function useRecipeForm(start: ImageModel) {
  const [model, setModel] = useState(start);
  const [parentImageId, setParentImageId] = useState<string | null>(null);
  const [note, setNote] = useState("");
  /** Grows when the whole form is filled anew, so that controls drop what was half typed in them. */
  const [fillCount, setFillCount] = useState(0);
  /** What was typed while the page had no script yet; the form would overwrite it. */
  const promptBeforeStart = useRef("");
  const form = useForm<RecipeValues, unknown, RecipeValues>({
    defaultValues: valuesOf(freshForm(start)),
    resolver: recipeResolver(model),
    shouldFocusError: false,
  });

  const setOptions = (options: OptionValues) => {
    form.setValue("options", options, { shouldDirty: true });
    form.clearErrors("options");
  };

  return {
    form,
    model,
    parentImageId,
    setParentImageId,
    note,
    setNote,
    fillCount,
    promptBeforeStart,

    /** Everything the form holds, to be kept or put back. */
    current(): Restored {
      return { ...form.getValues(), model, parentImageId, note: null };
    },
    fill(recipe: Restored) {
      setModel(recipe.model);
      setParentImageId(recipe.parentImageId);
      setNote(recipe.note ?? "");
      setFillCount((count) => count + 1);
      form.reset(valuesOf(recipe));
    },
    chooseModel(to: ImageModel) {
      const before = form.getValues("options");
      const { options } = carryOptions(to, before);
      setModel(to);
      setOptions(options);
      setNote(changeWords(model, before, options));
      form.clearErrors("prompt");
    },
    chooseOption(name: OptionName, value: OptionValue) {
      const chosen = chooseOption(model, form.getValues("options"), name, value);
      setOptions(chosen.options);
      setNote(chosen.notes.join(" "));
    },
    resetOptions() {
      setOptions(withInitialOptions(model, {}));
      setNote("");
      setFillCount((count) => count + 1);
    },
  };
}

export type RecipeForm = ReturnType<typeof useRecipeForm>;

function valuesOf({ prompt, options, imageCount }: Restored): RecipeValues {
  return { prompt, options, imageCount };
}
