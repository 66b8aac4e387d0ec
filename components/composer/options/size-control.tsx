import { useState } from "react";
import { Field, type FieldWiring } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { optionWords } from "@/lib/domain/models/options/option-words";
import { parseSize } from "@/lib/domain/models/options/size";
import { sizeValueOf, type TypedSize, typedSizeOf, typedSizeProblem } from "./custom-size";
import type { OptionControlProps } from "./option-control-props";
import { sizeFacts } from "./size-facts";
import { SizeShape } from "./size-shape";

const CUSTOM = "custom";

/** The model's sizes, and where its row has a rule for them, any size that obeys it. */
export function SizeControl({ control, isChosen, error, onChoose }: OptionControlProps<"size">) {
  const value = String(control.value);
  const [isCustom, setIsCustom] = useState(!control.presets.includes(value));
  const typed = typedSizeOf(value);
  const problem = isCustom && control.custom ? typedSizeProblem(typed, control.custom) : null;
  const message = problem ?? error;
  const size = parseSize(value);

  const choose = (next: string) => {
    setIsCustom(next === CUSTOM);
    onChoose(next === CUSTOM ? sizeValueOf(typed) : next);
  };

  return (
    <Field label={control.label} error={message} quiet={!isChosen} className="col-span-2">
      {(wiring) => (
        <div className="grid grid-cols-2 gap-x-3">
          <Select
            {...wiring}
            name={`options.${control.name}`}
            value={isCustom ? CUSTOM : value}
            aria-invalid={error !== undefined && !isCustom}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {control.presets.map((preset) => (
              <option key={preset} value={preset}>
                {optionWords(preset)}
              </option>
            ))}
            {control.custom && <option value={CUSTOM}>Custom</option>}
          </Select>
          {isCustom && control.custom ? (
            <Edges
              typed={typed}
              step={control.custom.multipleOf}
              wiring={wiring}
              onType={(next) => onChoose(sizeValueOf(next))}
            />
          ) : (
            <p className="flex h-control items-center gap-2 text-caption text-ink-faint">
              {size ? (
                <>
                  <SizeShape size={size} /> {sizeFacts(size)}
                </>
              ) : (
                "The model chooses"
              )}
            </p>
          )}
        </div>
      )}
    </Field>
  );
}

type EdgesProps = {
  typed: TypedSize;
  step: number;
  wiring: FieldWiring;
  onType(typed: TypedSize): void;
};

function Edges({ typed, step, wiring: { id: _, ...wiring }, onType }: EdgesProps) {
  const common = {
    type: "number",
    inputMode: "numeric",
    min: step,
    step,
    ...wiring,
    className: "frame bare-number h-control w-full min-w-0 px-1 text-center",
  } as const;
  return (
    <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-1">
      <input
        {...common}
        aria-label="Width"
        value={typed.width}
        onChange={(event) => onType({ ...typed, width: event.currentTarget.value })}
      />
      <span aria-hidden className="text-ink-faint">
        ×
      </span>
      <input
        {...common}
        aria-label="Height"
        value={typed.height}
        onChange={(event) => onType({ ...typed, height: event.currentTarget.value })}
      />
    </div>
  );
}
