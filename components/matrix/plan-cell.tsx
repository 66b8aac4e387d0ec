import type { PlannedCell } from "@/lib/domain/matrix/matrix-plan";
import { cellWords } from "./plan-words";

type PlanCellProps = {
  cell: PlannedCell;
  isFree: boolean;
  /** The labels of an earlier cell with the very same recipe. */
  sameAs: string | null;
  onPress(): void;
};

/** One cell: what it costs, and what a person should know before it is sent. */
export function PlanCell({ cell, isFree, sameAs, onPress }: PlanCellProps) {
  const { isStruck, problem, estimate, notes, labels, prompt } = cell;
  const hints = [...notes, ...(sameAs ? [`Same as ${sameAs}.`] : [])];
  return (
    <button
      type="button"
      aria-pressed={!isStruck}
      title={prompt}
      onClick={onPress}
      className={`flex size-full min-h-11 flex-col gap-0.5 rounded-sm border px-2 py-1.5 text-left transition-colors ${lookOf(isStruck, problem !== null)}`}
    >
      <span className="sr-only">{labels.join(", ") || prompt}: </span>
      <span className={`font-medium ${isStruck ? "line-through" : ""}`}>
        {problem === null ? cellWords(estimate, isFree) : "Cannot be sent"}
      </span>
      {isStruck && <span className="text-caption">Struck</span>}
      {!isStruck && problem !== null && <span className="text-caption text-pretty">{problem}</span>}
      {!isStruck && problem === null && hints.length > 0 && (
        <span className="text-pretty text-caption text-ink-muted">{hints.join(" ")}</span>
      )}
    </button>
  );
}

function lookOf(isStruck: boolean, hasProblem: boolean): string {
  if (isStruck) return "border-line border-dashed bg-transparent text-ink-faint hover:border-line-heavy";
  if (hasProblem) return "border-danger bg-danger-soft text-danger";
  return "border-line-strong bg-field text-ink hover:border-line-heavy";
}
