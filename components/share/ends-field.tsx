import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { dateFieldOf, endOf, isDateMissing, type ShareDraft, type ShareEnds } from "./share-draft";

const CHOICES = [
  ["never", "Never"],
  ["day", "In a day"],
  ["week", "In a week"],
  ["month", "In a month"],
  ["date", "On a date"],
] as const satisfies readonly (readonly [ShareEnds, string])[];

type EndsFieldProps = {
  draft: ShareDraft;
  error: string | undefined;
  onChange(change: Partial<ShareDraft>): void;
};

/** When the link stops working. */
export function EndsField({ draft, error, onChange }: EndsFieldProps) {
  const { ends, date } = draft;
  const note = endWords(draft);
  return (
    <Field label="Ends" note={note} error={error}>
      {({ id, ...wiring }) => (
        <div className="flex gap-2">
          <Select
            {...wiring}
            id={id}
            value={ends}
            aria-invalid={error !== undefined && ends !== "date"}
            className="min-w-36 flex-1"
            onChange={({ currentTarget }) => {
              const chosen = CHOICES.find(([value]) => value === currentTarget.value);
              if (chosen) onChange({ ends: chosen[0] });
            }}
          >
            {CHOICES.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
          {ends === "date" && (
            <input
              {...wiring}
              type="date"
              aria-label="Last day"
              min={dateFieldOf(new Date())}
              value={date}
              onChange={(event) => onChange({ date: event.currentTarget.value })}
              className="frame h-control min-w-0 flex-1 px-2 text-ink"
            />
          )}
        </div>
      )}
    </Field>
  );
}

function endWords(draft: ShareDraft): string {
  if (draft.ends === "never") return "The link works until you revoke it.";
  if (isDateMissing(draft)) return "The link works to the end of that day.";
  const end = endOf(draft, new Date());
  return end ? `The link works until ${end.toLocaleString("en-GB", WHEN)}.` : "";
}

const WHEN = { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" } as const;
