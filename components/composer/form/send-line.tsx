import { useWatch } from "react-hook-form";
import { EstimateLine } from "./estimate-line";
import { GenerateButton } from "./generate-button";
import { PlanButton } from "./plan-button";
import type { RecipeForm } from "./use-recipe-form";
import { variationsOf } from "./variations";

type SendLineProps = { recipe: RecipeForm; isOffline: boolean; isReady: boolean; isSending: boolean };

/** What the click will cost, the plan of it where the prompt has several meanings, and the click. */
export function SendLine({ recipe, isOffline, isReady, isSending }: SendLineProps) {
  const meant = variationsOf(useWatch({ control: recipe.form.control, name: "prompt" }));
  return (
    <>
      <EstimateLine recipe={recipe} meant={meant} isOffline={isOffline} />
      {meant.kind === "several" && <PlanButton />}
      <GenerateButton isReady={isReady} isSending={isSending} />
    </>
  );
}
