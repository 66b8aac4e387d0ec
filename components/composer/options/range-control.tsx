import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Slider } from "@/components/ui/slider";
import type { OptionControlProps } from "./option-control-props";

/**
 * A whole number on a scale, its value beside its name. Why it cannot be used stands where the scale
 * would be, so that the row keeps its height.
 */
export function RangeControl({ control, isChosen, error, onChoose }: OptionControlProps<"range">) {
  const reasonId = useId();
  const { disabledReason } = control;
  const value = (
    <output className={isChosen && !disabledReason ? "font-medium" : "text-ink-faint"}>
      {disabledReason ? "" : control.value}
    </output>
  );
  return (
    <Field label={control.label} error={error} quiet={!isChosen} reserve={false} aside={value}>
      {(wiring) => (
        <div className="relative flex min-h-control items-center">
          <Slider
            {...wiring}
            name={`options.${control.name}`}
            min={control.min}
            max={control.max}
            value={Number(control.value)}
            disabled={disabledReason !== null}
            aria-describedby={wiring["aria-describedby"] ?? (disabledReason ? reasonId : undefined)}
            onChoose={onChoose}
            className={disabledReason ? "absolute opacity-0!" : ""}
          />
          {disabledReason && (
            <p id={reasonId} className="text-pretty text-caption text-ink-faint">
              {shortReason(control.label, disabledReason)}
            </p>
          )}
        </div>
      )}
    </Field>
  );
}

/** Beside its own name a reason need not repeat it: "Needs output format JPEG or WebP." */
function shortReason(label: string, reason: string): string {
  return reason.startsWith(`${label} needs`) ? `Needs${reason.slice(`${label} needs`.length)}` : reason;
}
