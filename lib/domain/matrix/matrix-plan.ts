import type { MatrixCell } from "@/lib/domain/generation/matrix-cell";
import { MATRIX_CELLS_MAX } from "@/lib/domain/limits";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { type Axis, type AxisInput, axesOf, doubledAxis } from "./matrix-axis";
import { type CellRecipe, type MatrixRecipe, planCell } from "./matrix-cell-plan";
import { cellCountOf, layOut, type MatrixLine } from "./matrix-layout";
import { type MatrixTotals, totalsOf } from "./matrix-totals";
import { type PromptMatrix, parsePromptMatrix, promptOf } from "./prompt-matrix";

/** A cell before anything is sent. A cell with a problem is shown and cannot be sent. */
export type PlannedCell = MatrixCell &
  CellRecipe & {
    /** What each axis says here, rows first. */
    labels: string[];
    prompt: string;
    imageCount: number;
    isStruck: boolean;
    /** An earlier cell with the very same recipe; sending both gives two draws of one thing. */
    sameAs: MatrixCell | null;
  };

export type MatrixPlan = {
  rows: string[];
  columns: string[];
  axes: { title: string; labels: string[] }[];
  /** Row by row, each from left to right. */
  cells: PlannedCell[];
  totals: MatrixTotals;
  /** What a person may not have meant, in sentences. */
  notes: string[];
};

/** Why there is no plan: the field, and for the template the place in it. */
export type MatrixProblem = { field: string; message: string; at: number | null };
export type PlanResult = { ok: true; plan: MatrixPlan } | { ok: false; problem: MatrixProblem };

export type MatrixRequest = {
  template: string;
  base: MatrixRecipe;
  axes: readonly AxisInput[];
  struck: readonly MatrixCell[];
  /** The rows of every model that is named; one that is missing makes a problem of its cells. */
  models: ModelTable;
  /** Nothing costs anything: the offline provider. */
  isFree: boolean;
};

/** Every cell of a matrix with its recipe and estimate, checked as a generation of its own would be. */
export function planMatrix(request: MatrixRequest): PlanResult {
  const prompt = parsePromptMatrix(request.template);
  if (!prompt.ok) return refused("template", prompt.problem.message, prompt.problem.at);
  if (request.template.trim() === "") return refused("template", "Write a prompt first.", 0);
  const doubled = doubledAxis(request.axes);
  if (doubled) return refused(`axes.${doubled.index}`, doubled.message);
  const axes = axesOf(prompt, request.axes, (id) => request.models.get(id)?.label ?? id);
  const count = cellCountOf(axes);
  if (count > MATRIX_CELLS_MAX) {
    return refused(
      "axes",
      `This makes ${count.toLocaleString("en-US")} cells; at most ${MATRIX_CELLS_MAX} go at once.`,
    );
  }
  return { ok: true, plan: planOf(request, prompt, axes) };
}

function refused(field: string, message: string, at: number | null = null): PlanResult {
  return { ok: false, problem: { field, message, at } };
}

function planOf(request: MatrixRequest, prompt: PromptMatrix, axes: Axis[]): MatrixPlan {
  const { rows, columns } = layOut(axes);
  const known = new Map<string, MatrixCell>();
  const cells = rows.flatMap((rowLine, row) =>
    columns.map((columnLine, column) => {
      const cell = planned(request, prompt, [rowLine, columnLine], { row, column });
      const key = JSON.stringify([cell.prompt, cell.modelId, Object.entries(cell.options).sort()]);
      const sameAs = known.get(key) ?? null;
      if (!sameAs) known.set(key, { row, column });
      return { ...cell, sameAs };
    }),
  );
  return {
    rows: rows.map(({ label }) => label),
    columns: columns.map(({ label }) => label),
    axes: axes.map(({ title, places }) => ({ title, labels: places.map(({ label }) => label) })),
    cells,
    totals: totalsOf(cells),
    notes: prompt.notes,
  };
}

function planned(request: MatrixRequest, prompt: PromptMatrix, lines: MatrixLine[], at: MatrixCell) {
  const places = lines.flatMap((line) => line.places);
  const settings = places.map(({ setting }) => setting);
  const choice = settings.flatMap((setting) => (setting.kind === "prompt" ? [setting.alternative] : []));
  const text = promptOf(prompt, choice);
  return {
    ...at,
    ...planCell(request, text, settings),
    labels: places.map(({ label }) => label),
    prompt: text,
    imageCount: request.base.imageCount,
    isStruck: request.struck.some(({ row, column }) => row === at.row && column === at.column),
  };
}
