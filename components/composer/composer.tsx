"use client";

import { SlidersHorizontal } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { RecipeDrop } from "./draft/recipe-drop";
import { fetchRecipeCheck } from "./form/recipe-form";
import { RefusalNotice } from "./form/refusal-notice";
import { SendLine } from "./form/send-line";
import { ModelField } from "./model/model-field";
import { ChangeNotes } from "./options/change-notes";
import { ImagesField } from "./options/images-field";
import { OptionsFields } from "./options/options-fields";
import { PromptField } from "./prompt-field";
import { useComposer } from "./use-composer";

const COLUMN = "group relative flex shrink-0 flex-col bg-panel desk:h-full desk:min-h-0";
const DOCK =
  "max-desk:border-line max-desk:border-t max-desk:px-3 max-desk:pt-3 max-desk:pb-[max(12px,env(safe-area-inset-bottom))]";
/** On a phone the settings stand above the dock, as a sheet. */
const SHEET_PLACE =
  "max-desk:absolute max-desk:inset-x-0 max-desk:bottom-full max-desk:h-[min(600px,calc(100dvh-260px))]";
const SHEET_LOOK =
  "max-desk:animate-rise max-desk:rounded-t-md max-desk:border-line max-desk:border-b max-desk:bg-panel max-desk:shadow-float";
const SHEET = `max-desk:flex max-desk:flex-col max-desk:group-data-[sheet=closed]:hidden ${SHEET_PLACE} ${SHEET_LOOK}`;

const SETTINGS_ID = "composer-settings";

/**
 * The form. On a desk it is a column: prompt, model and options scroll, the rest stands at its foot.
 * On a phone prompt and Generate are docked below the gallery, and the rest opens above them.
 */
export function Composer() {
  const composer = useComposer();
  const { recipe, isReady, isSheetOpen, setIsSheetOpen, provider } = composer;
  return (
    <form
      ref={composer.element}
      aria-label="Composer"
      noValidate
      data-sheet={isSheetOpen ? "open" : "closed"}
      {...composer.recipeFile.zone}
      onFocus={fetchRecipeCheck}
      onSubmit={composer.submit}
      onKeyDown={(event) => {
        if (event.key === "Escape" && isSheetOpen) setIsSheetOpen(false);
        else submitByKeys(event);
      }}
      className={`${COLUMN} ${DOCK}`}
    >
      <RecipeDrop state={composer.recipeFile.state} />
      <div className="desk:px-4 desk:pt-3">
        <PromptField recipe={recipe} isReady={isReady} />
      </div>
      {isSheetOpen && <SheetScrim onClose={() => setIsSheetOpen(false)} />}
      <div id={SETTINGS_ID} className={`desk:contents ${SHEET} ${isReady ? "" : "invisible"}`}>
        <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto overscroll-contain px-4 pt-1 pb-1 max-desk:pt-4">
          <ModelField
            model={recipe.model}
            models={composer.models}
            listedModelIds={provider.listedModelIds}
            onChoose={recipe.chooseModel}
          />
          <OptionsFields key={`${recipe.model.id} ${recipe.fillCount}`} recipe={recipe} />
        </div>
        <div className="border-line border-t px-4 py-2 desk:order-2 desk:pt-3">
          <ImagesField recipe={recipe} />
        </div>
      </div>
      <div className="desk:contents">
        <div className="flex flex-col gap-2 pt-2 desk:order-1 desk:px-4 desk:pb-2">
          <ChangeNotes note={recipe.note} />
          <RefusalNotice refusal={composer.refusal} />
        </div>
        <div className="flex items-center gap-3 desk:order-3 desk:px-4 desk:pb-4">
          <Button
            icon={SlidersHorizontal}
            aria-expanded={isSheetOpen}
            aria-controls={SETTINGS_ID}
            onClick={() => setIsSheetOpen(!isSheetOpen)}
            className="desk:hidden"
          >
            Options
          </Button>
          <SendLine
            recipe={recipe}
            isOffline={provider.isOffline}
            isReady={isReady}
            isSending={composer.isSending}
          />
        </div>
      </div>
    </form>
  );
}

/** Behind the sheet on a phone: a touch beside it closes it; keys have Escape. */
function SheetScrim({ onClose }: { onClose(): void }) {
  return (
    <div aria-hidden onClick={onClose} className="-z-10 fixed inset-0 animate-appear bg-scrim desk:hidden" />
  );
}

/** Cmd or Ctrl + Enter generates from anywhere in the form; a bare Enter in a number field does not. */
function submitByKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter") return;
  if (event.metaKey || event.ctrlKey) {
    event.preventDefault();
    if (!event.repeat) event.currentTarget.requestSubmit();
  } else if (event.target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}
