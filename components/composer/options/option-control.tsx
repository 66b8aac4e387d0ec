import type { Control } from "@/lib/domain/options/controls";
import { ChoiceControl } from "./choice-control";
import { RangeControl } from "./range-control";
import { SizeControl } from "./size-control";

/** What every control of an option gets, whatever its kind. */
export type OptionControlProps<Kind extends Control["kind"]> = {
  control: Extract<Control, { kind: Kind }>;
  /** Whether the value is a choice; otherwise it is what the provider does by itself. */
  isChosen: boolean;
  error: string | undefined;
  onChoose(value: string | number): void;
};

/** The control of one option: each kind has exactly one. */
export function OptionControl({ control, ...rest }: OptionControlProps<Control["kind"]>) {
  switch (control.kind) {
    case "choice":
      return <ChoiceControl control={control} {...rest} />;
    case "range":
      return <RangeControl control={control} {...rest} />;
    case "size":
      return <SizeControl control={control} {...rest} />;
  }
}
