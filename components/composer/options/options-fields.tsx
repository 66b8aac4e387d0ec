import { useFormState, useWatch } from "react-hook-form";
import type { RecipeForm } from "@/components/composer/form/use-recipe-form";
import { controlsOf } from "@/lib/domain/models/options/controls";
import { chosenEntries } from "@/lib/domain/models/options/option";
import { OptionControl } from "./option-control";

const QUIET = "rounded-sm px-1.5 text-caption text-ink-muted hover:bg-hover hover:text-ink";

/** The options of the selected model and no others. */
export function OptionsFields({ recipe }: { recipe: RecipeForm }) {
  const { form, model } = recipe;
  const options = useWatch({ control: form.control, name: "options" });
  const { errors } = useFormState({ control: form.control, name: "options" });
  const isTouched = chosenEntries(options).some(([name, value]) => model.initial[name] !== value);
  const controls = controlsOf(model, options);
  if (controls.length === 0) {
    return <p className="text-ink-faint">This model takes a prompt and nothing else.</p>;
  }
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2">
      {controls.map((control) => (
        <OptionControl
          key={control.name}
          control={control}
          isChosen={options[control.name] !== undefined}
          error={errors.options?.[control.name]?.message}
          onChoose={(value) => recipe.chooseOption(control.name, value)}
        />
      ))}
      <button
        type="button"
        onClick={recipe.resetOptions}
        className={`-mx-1.5 col-start-2 h-6 justify-self-end max-desk:h-11 ${QUIET} ${isTouched ? "" : "invisible"}`}
      >
        Reset options
      </button>
    </div>
  );
}
