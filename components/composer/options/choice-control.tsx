import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { optionWords } from "@/lib/domain/models/options/option-words";
import type { OptionControlProps } from "./option-control-props";

/** One of a few words. */
export function ChoiceControl({ control, isChosen, error, onChoose }: OptionControlProps<"choice">) {
  return (
    <Field
      label={control.label}
      note={control.disabledReason}
      error={error}
      quiet={!isChosen}
      reserve={false}
    >
      {(wiring) => (
        <Select
          {...wiring}
          name={`options.${control.name}`}
          value={control.value}
          disabled={control.disabledReason !== null}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {control.values.map((value) => (
            <option key={value} value={value}>
              {optionWords(value)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
