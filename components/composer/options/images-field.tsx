import { useFormState, useWatch } from "react-hook-form";
import type { RecipeForm } from "@/components/composer/form/use-recipe-form";
import { NumberStepper } from "@/components/ui/number-stepper";
import { IMAGES_A_GENERATION_MAX } from "@/lib/domain/limits";

const ID = "composer-images";
const NOTE_ID = `${ID}-note`;

/** How many pictures: 1 to 10 of every model. */
export function ImagesField({ recipe: { form } }: { recipe: RecipeForm }) {
  const count = useWatch({ control: form.control, name: "imageCount" });
  const { errors } = useFormState({ control: form.control, name: "imageCount" });
  const error = errors.imageCount?.message;
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={ID} className="font-medium">
        Images
      </label>
      <p id={NOTE_ID} className="flex-1 text-pretty text-right text-caption text-danger">
        {error}
      </p>
      <NumberStepper
        {...form.register("imageCount", { valueAsNumber: true })}
        id={ID}
        min={1}
        max={IMAGES_A_GENERATION_MAX}
        current={Number.isInteger(count) ? count : null}
        aria-invalid={error !== undefined}
        aria-describedby={error && NOTE_ID}
        onStep={(next) => form.setValue("imageCount", next, { shouldValidate: true })}
      />
    </div>
  );
}
