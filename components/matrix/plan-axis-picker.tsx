import { ChevronDown } from "lucide-react";
import { useEffect, useRef } from "react";
import { focusFirst } from "@/components/ui/focus";
import type { AxisChoice } from "./plan-axes";

type PlanAxisPickerProps = {
  title: string;
  choices: readonly AxisChoice[];
  chosen: readonly string[];
  onToggle(value: string): void;
};

/** The values of one axis, folded up to how many are chosen. Escape and a press elsewhere fold it, and the plan stays. */
export function PlanAxisPicker({ title, choices, chosen, onToggle }: PlanAxisPickerProps) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const fold = ({ target }: PointerEvent) => {
      if (ref.current && target instanceof Node && !ref.current.contains(target)) ref.current.open = false;
    };
    document.addEventListener("pointerdown", fold);
    return () => document.removeEventListener("pointerdown", fold);
  }, []);
  if (choices.length < 2) return null;
  const first = choices.find(({ value }) => value === chosen[0])?.label ?? "";
  return (
    <details
      ref={ref}
      name="plan-axis"
      onKeyDown={(event) => {
        const picker = event.currentTarget;
        if (event.key !== "Escape" || !picker.open) return;
        event.preventDefault();
        event.stopPropagation();
        picker.open = false;
        focusFirst(picker, "summary");
      }}
      className="group/axis relative"
    >
      <summary className="frame flex h-control cursor-default list-none items-center gap-2 px-2.5">
        <span className="text-ink-muted">{title}</span>
        <span className="max-w-40 truncate font-medium">
          {chosen.length === 1 ? first : `${chosen.length} of them`}
        </span>
        <ChevronDown
          aria-hidden
          size={13}
          className="text-ink-faint transition-transform group-open/axis:rotate-180"
        />
      </summary>
      <fieldset className="absolute top-full left-0 z-10 mt-1 max-h-72 w-64 max-w-[80vw] overflow-y-auto rounded-md bg-raised p-1.5 shadow-float">
        <legend className="sr-only">{title}</legend>
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-7 items-center gap-2 rounded-sm px-2 hover:bg-hover max-desk:min-h-11"
          >
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={chosen.length === 1 && chosen.includes(value)}
              onChange={() => onToggle(value)}
              className="size-4 shrink-0 accent-ink"
            />
            <span className="truncate">{label}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
