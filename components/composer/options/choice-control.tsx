import { describedBy, Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { optionWords } from "@/lib/domain/models/options/option-words";
import type { OptionControlProps } from "./option-control-props";

/** One of a few words. */
export function ChoiceControl({ control, isChosen, error, onChoose }: OptionControlProps<"choice">) {
  const id = `composer-${control.name}`;
  const message = error ?? control.disabledReason;
  return (
    <Field
      id={id}
      label={control.label}
      note={control.disabledReason}
      error={error}
      quiet={!isChosen}
      reserve={false}
    >
      <Select
        id={id}
        name={`options.${control.name}`}
        value={control.value}
        disabled={control.disabledReason !== null}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, message)}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {control.values.map((value) => (
          <option key={value} value={value}>
            {optionWords(value)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
