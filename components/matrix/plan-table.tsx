import type { MatrixCell } from "@/lib/domain/generation/matrix-cell";
import type { MatrixPlan, PlannedCell } from "@/lib/domain/matrix/matrix-plan";
import { PlanCell } from "./plan-cell";

type PlanTableProps = {
  plan: MatrixPlan;
  isFree: boolean;
  strike(cells: readonly MatrixCell[], isStruck: boolean): void;
};

/** Every cell before it is sent. A press strikes a cell, a row or a column, or brings it back. */
export function PlanTable({ plan, isFree, strike }: PlanTableProps) {
  const { rows, columns, cells } = plan;
  const hasRows = rows.some((label) => label !== "");
  const hasColumns = columns.some((label) => label !== "");
  const toggleLine = (line: readonly PlannedCell[]) =>
    strike(
      line,
      line.some(({ isStruck }) => !isStruck),
    );
  return (
    <table className="border-separate border-spacing-1">
      <caption className="sr-only">Variations. Press a cell to strike it.</caption>
      {hasColumns && (
        <thead>
          <tr>
            {hasRows && <td />}
            {columns.map((label, place) => (
              <th key={label} scope="col" className="min-w-32 max-w-48 p-0 align-bottom">
                <LineButton
                  label={label}
                  onPress={() => toggleLine(cells.filter(({ column }) => column === place))}
                />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((label, place) => (
          <tr key={label}>
            {hasRows && (
              <th scope="row" className="min-w-24 max-w-48 p-0 text-left align-top">
                <LineButton
                  label={label}
                  onPress={() => toggleLine(cells.filter(({ row }) => row === place))}
                />
              </th>
            )}
            {cells
              .filter(({ row }) => row === place)
              .map((cell) => (
                <td key={cell.column} className="h-px min-w-32 p-0 align-top">
                  <PlanCell
                    cell={cell}
                    isFree={isFree}
                    sameAs={cell.sameAs && labelAt(plan, cell.sameAs)}
                    onPress={() => strike([cell], !cell.isStruck)}
                  />
                </td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function labelAt({ cells }: MatrixPlan, { row, column }: MatrixCell): string {
  return cells.find((cell) => cell.row === row && cell.column === column)?.labels.join(" · ") ?? "";
}

function LineButton({ label, onPress }: { label: string; onPress(): void }) {
  return (
    <button
      type="button"
      title="Strike or bring back all of these"
      onClick={onPress}
      className="min-h-7 w-full rounded-sm px-2 py-1 text-left font-medium text-caption text-ink-muted transition-colors hover:bg-hover hover:text-ink"
    >
      <span dir="auto" title={label} className="line-clamp-3 text-pretty break-words">
        {label}
      </span>
    </button>
  );
}
