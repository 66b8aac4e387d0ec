import { Minus, Plus } from "lucide-react";
import type { ComponentProps } from "react";

type NumberStepperProps = Omit<ComponentProps<"input">, "type" | "min" | "max"> & {
  min: number;
  max: number;
  /** The value as it stands, for the ends of the scale; null while the field holds no number. */
  current: number | null;
  onStep(value: number): void;
};

const DISABLED = "disabled:bg-transparent disabled:text-ink-faint disabled:opacity-50";
const STEP_BUTTON = `grid h-full w-control shrink-0 place-items-center text-ink-muted transition-colors hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 ${DISABLED}`;

/** A native number input between a minus and a plus button. */
export function NumberStepper({ min, max, current, onStep, ...rest }: NumberStepperProps) {
  const step = (by: number) => onStep(Math.min(max, Math.max(min, (current ?? min) + by)));
  return (
    <div
      data-focus-frame
      data-invalid={rest["aria-invalid"]}
      className="frame inline-flex h-control shrink-0 items-stretch overflow-hidden"
    >
      <button
        type="button"
        aria-label="One fewer"
        disabled={current !== null && current <= min}
        onClick={() => step(-1)}
        className={STEP_BUTTON}
      >
        <Minus aria-hidden size={14} />
      </button>
      <input
        {...rest}
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        className="bare-number w-9 border-line border-x bg-transparent text-center font-medium text-ink outline-none"
      />
      <button
        type="button"
        aria-label="One more"
        disabled={current !== null && current >= max}
        onClick={() => step(1)}
        className={STEP_BUTTON}
      >
        <Plus aria-hidden size={14} />
      </button>
    </div>
  );
}
