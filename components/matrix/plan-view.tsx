import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { MatrixDraft } from "@/lib/client/studio/matrix-draft";
import type { MatrixPlan } from "@/lib/domain/matrix/matrix-plan";
import { countWords } from "@/lib/domain/text/count-words";
import { axisChoices, type PlanAxisName } from "./plan-axes";
import { PlanAxisPicker } from "./plan-axis-picker";
import { PlanTable } from "./plan-table";
import { capOf, sendWords } from "./plan-words";
import { usePlan } from "./use-plan";

const AXES: readonly { name: PlanAxisName; title: string }[] = [
  { name: "models", title: "Models" },
  { name: "quality", title: "Qualities" },
  { name: "size", title: "Sizes" },
];

/** What a text with braces will make, before anything is sent. */
export function PlanView({ draft, onClose }: { draft: MatrixDraft; onClose(): void }) {
  const plan = usePlan(draft, onClose);
  const { models, axes, result, isFree, isSending, refusal } = plan;
  const [capText, setCapText] = useState("");
  const capUsd = capOf(capText);
  const blocker = result.ok ? blockerOf(result.plan, capUsd) : result.problem.message;
  const unsendable = result.ok
    ? result.plan.cells.filter(({ isStruck, problem }) => !isStruck && problem !== null)
    : [];
  const asWritten = () => {
    onClose();
    draft.sendAsWritten();
  };
  return (
    <div className="flex max-h-[inherit] flex-col">
      <header className="flex items-start gap-3 border-line border-b py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1 py-0.5">
          <h2 className="font-semibold text-lead">Plan variations</h2>
          <p dir="auto" className="line-clamp-3 text-pretty break-words text-ink-muted">
            {draft.template}
          </p>
        </div>
        <IconButton icon={X} label="Close" tooltipSide="bottom" tooltipAlign="end" onClick={onClose} />
      </header>
      <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 pt-3">
        {AXES.map(({ name, title }) => (
          <PlanAxisPicker
            key={name}
            title={title}
            choices={axisChoices(name, axes, models)}
            chosen={axes[name]}
            onToggle={(value) => plan.toggleValue(name, value)}
          />
        ))}
      </div>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys, too.
        tabIndex={0}
        className="min-h-76 flex-1 overflow-auto overscroll-contain px-3 py-3"
      >
        {result.ok ? (
          <>
            <PlanTable plan={result.plan} isFree={isFree} strike={plan.strike} />
            {result.plan.notes.map((note) => (
              <p key={note} className="px-1 pt-1 text-caption text-ink-muted">
                {note}
              </p>
            ))}
          </>
        ) : (
          <p className="max-w-[60ch] px-1 text-danger">{result.problem.message}</p>
        )}
        <p className="max-w-[64ch] px-1 pt-2 text-pretty text-caption text-ink-faint">
          Press a cell, or the head of a row or column, to strike it. For a brace or a bar in the text itself,
          write a backslash before it: {"\\{ \\| \\}"}
        </p>
      </div>
      <footer className="grid gap-2 border-line border-t px-4 py-3">
        <p role="status" className={`min-h-5 text-pretty ${refusal ? "text-danger" : "text-ink-muted"}`}>
          {refusal ?? blocker ?? ""}
          {unsendable.length > 0 && (
            <button
              type="button"
              onClick={() => plan.strike(unsendable, true)}
              className="ml-2 min-h-6 text-ink underline underline-offset-3"
            >
              Strike {unsendable.length === 1 ? "it" : "them"}
            </button>
          )}
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor="plan-cap" className="text-ink-muted">
            Stop at
          </label>
          <span data-focus-frame className="frame flex h-control items-center gap-1 px-2">
            <span aria-hidden className="text-ink-faint">
              $
            </span>
            <input
              id="plan-cap"
              inputMode="decimal"
              placeholder="no cap"
              autoComplete="off"
              aria-invalid={capUsd === undefined}
              value={capText}
              onChange={(event) => setCapText(event.currentTarget.value)}
              className="w-16 bg-transparent outline-none"
            />
          </span>
          <Button variant="quiet" className="ml-auto max-desk:ml-0" onClick={asWritten}>
            Send as one text
          </Button>
          <Button
            variant="primary"
            data-autofocus
            aria-disabled={isSending}
            disabled={blocker !== null}
            onClick={() => !isSending && capUsd !== undefined && void plan.send(capUsd)}
            className="max-desk:w-full"
          >
            {result.ok ? sendWords(result.plan.totals, isFree) : "Generate"}
          </Button>
        </div>
      </footer>
    </div>
  );
}

/** Why the plan cannot be sent as it stands; null when it can. */
function blockerOf(plan: MatrixPlan, capUsd: number | null | undefined): string | null {
  const { cells, totals } = plan;
  const bad = cells.filter(({ isStruck, problem }) => !isStruck && problem !== null).length;
  if (bad > 0) return `${countWords(bad, "cell")} cannot be sent.`;
  if (totals.cellCount === 0) return "Every cell is struck.";
  if (capUsd === undefined) return "The cap is an amount in dollars, above 0.";
  if (capUsd !== null && totals.unpricedCount > 0)
    return "No cap can hold cells without an estimate. Strike them, or set no cap.";
  return null;
}
