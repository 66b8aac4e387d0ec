import type { Control } from "@/lib/domain/models/options/controls";
import { ChoiceControl } from "./choice-control";
import type { OptionControlProps } from "./option-control-props";
import { RangeControl } from "./range-control";
import { SizeControl } from "./size-control";

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
