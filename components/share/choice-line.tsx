import type { ComponentProps } from "react";

type ChoiceLineProps = Omit<ComponentProps<"input">, "id" | "className" | "type"> & {
  id: string;
  type: "checkbox" | "radio";
  label: string;
  /** What it means, in one line. */
  note?: string;
};

/** A box or a round one with its words; the whole line can be pressed. */
export function ChoiceLine({ id, label, note, ...input }: ChoiceLineProps) {
  return (
    <div className="flex min-h-8 items-start gap-2.5 py-1 max-desk:min-h-11 max-desk:py-2">
      <input
        {...input}
        id={id}
        aria-describedby={note ? `${id}-note` : undefined}
        className="mt-0.5 size-4 shrink-0 accent-ink"
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="block">
          {label}
        </label>
        {note && (
          <p id={`${id}-note`} className="text-pretty text-caption text-ink-muted">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}
