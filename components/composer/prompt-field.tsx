import { useFormState, useWatch } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { promptLength } from "@/lib/domain/generation/prompt-length";
import type { RecipeForm } from "./form/use-recipe-form";
import { ParentChip } from "./parent-chip";

const TEXT = "field-sizing-content w-full resize-none bg-transparent px-2.5 text-lead outline-none";
/** Grows with the text. The border is the text's distance from the frame, within which it scrolls. */
const HEIGHT =
  "max-h-[7lh] min-h-11 border-transparent border-y-[11px] max-desk:not-focus:max-h-11 desk:max-h-[16lh] desk:min-h-[5.8lh] desk:border-y-8";

/** From here on a phone shows the counter, too. */
const NEAR_LIMIT = 0.8;

/**
 * The prompt: grows with its text (on a phone while it has the focus), counts against the model's
 * limit, shows what it iterates on. What the draft would move is not seen before the draft is there.
 */
export function PromptField({ recipe, isReady }: { recipe: RecipeForm; isReady: boolean }) {
  const { form, model, parentImageId } = recipe;
  const { errors } = useFormState({ control: form.control, name: "prompt" });
  const length = promptLength(useWatch({ control: form.control, name: "prompt" }));
  const isOver = length > model.promptCharsMax;
  const error = errors.prompt?.message;
  const { ref, ...field } = form.register("prompt");

  const attach = (textarea: HTMLTextAreaElement | null) => {
    if (textarea?.value) recipe.promptBeforeStart.current ||= textarea.value;
    ref(textarea);
  };

  const isBarNeeded = parentImageId !== null || length > model.promptCharsMax * NEAR_LIMIT;
  return (
    <Field
      label="Prompt"
      error={error}
      className="max-desk:[&>div:first-child]:sr-only max-desk:[&>p:empty]:hidden"
    >
      {(wiring) => (
        <div
          data-focus-frame
          data-invalid={isOver || error !== undefined}
          className={`frame flex flex-col ${isReady ? "" : "max-desk:invisible"}`}
        >
          <textarea
            {...field}
            ref={attach}
            onBlur={(event) => {
              event.currentTarget.scrollTop = 0;
              return field.onBlur(event);
            }}
            {...wiring}
            rows={1}
            placeholder="Describe the picture"
            aria-invalid={isOver || error !== undefined}
            className={`${TEXT} ${HEIGHT}`}
          />
          <div
            data-needed={isBarNeeded}
            className={`flex h-7 items-center justify-between gap-2 pr-2.5 pl-1 max-desk:data-[needed=false]:hidden ${isReady ? "" : "invisible"}`}
          >
            <span className="min-w-0">
              {parentImageId && (
                <ParentChip imageId={parentImageId} onDetach={() => recipe.setParentImageId(null)} />
              )}
            </span>
            <span
              className={`shrink-0 text-caption ${isOver ? "font-medium text-danger" : "text-ink-faint"}`}
            >
              {length.toLocaleString("en-US")} / {model.promptCharsMax.toLocaleString("en-US")}
            </span>
          </div>
        </div>
      )}
    </Field>
  );
}
