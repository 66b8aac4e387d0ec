import "server-only";
import { v7 as uuidv7 } from "uuid";
import { AppError, type FieldProblem } from "@/lib/domain/errors/app-error";
import type { CreatedGeneration } from "@/lib/domain/generation/created-generation";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import type { Matrix, MatrixInput } from "@/lib/domain/matrix/matrix";
import { type MatrixPlan, type PlannedCell, planMatrix } from "@/lib/domain/matrix/matrix-plan";
import { isSendable } from "@/lib/domain/matrix/matrix-totals";
import { notifyChange } from "@/lib/server/db/notify";
import { findMatrixByKey, insertMatrix } from "@/lib/server/db/queries/matrices";
import { touchSession } from "@/lib/server/db/queries/sessions";
import { checkOwnership } from "@/lib/server/generations/create-generation";
import { journalGeneration } from "@/lib/server/generations/journal-generation";
import { refuseOverMonthlyLimit } from "@/lib/server/limits/monthly-limit";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { namedModels } from "./named-models";
import { readCells } from "./read-matrix";

export type CreatedMatrix = { matrix: Matrix; generations: Generation[]; images: Image[] };

/**
 * Journals a matrix and the generations of all its cells in one transaction, or nothing. The same
 * idempotency key gives the same matrix, however often it comes.
 * @throws AppError invalid_input with the fields: `template`, `axes`, `struck`, or `cells.<row>.<column>`
 */
export async function createMatrix(
  services: Services,
  viewer: Viewer,
  input: MatrixInput,
): Promise<CreatedMatrix> {
  const key = { viewerId: viewer.id, idempotencyKey: input.idempotencyKey };
  const known = await findMatrixByKey(services.database.drizzle, key);
  if (known) return readCells(services.database.drizzle, known);
  const plan = await checkedPlan(services, input);
  return services.database.drizzle.transaction(async (tx) => {
    await checkOwnership(tx, viewer, input);
    const matrix = await insertMatrix(tx, {
      ...key,
      id: uuidv7(),
      sessionId: input.sessionId,
      template: input.template,
      rowLabels: plan.rows,
      columnLabels: plan.columns,
      capUsd: input.capUsd,
      createdAt: new Date(),
    });
    if (!matrix) return sentMeanwhile(tx, key);
    const { upperUsd, unpricedCount } = plan.totals;
    await refuseOverMonthlyLimit(services, tx, { viewer, estimateUsd: unpricedCount > 0 ? null : upperUsd });
    await notifyChange(tx, { kind: "matrix", id: matrix.id, sessionId: matrix.sessionId });
    const created = await journalCells(services, tx, viewer, { input, matrix, plan });
    await touchSession(tx, { id: input.sessionId, prompt: input.template });
    return {
      matrix,
      generations: created.map(({ generation }) => generation),
      images: created.flatMap(({ images }) => images),
    };
  });
}

async function sentMeanwhile(db: Db, key: { viewerId: string; idempotencyKey: string }) {
  const matrix = await findMatrixByKey(db, key);
  if (!matrix) throw new AppError("internal", { message: "The matrix is being created. Try again." });
  return readCells(db, matrix);
}

async function journalCells(
  services: Services,
  db: Db,
  viewer: Viewer,
  { input, matrix, plan }: { input: MatrixInput; matrix: Matrix; plan: MatrixPlan },
): Promise<CreatedGeneration[]> {
  const created: CreatedGeneration[] = [];
  for (const cell of plan.cells.filter(isSendable)) {
    const { row, column, prompt, modelId, options, imageCount, estimate } = cell;
    const generation = await journalGeneration(services, db, services.modelOf(modelId), {
      viewerId: viewer.id,
      idempotencyKey: uuidv7(),
      sessionId: matrix.sessionId,
      parentImageId: input.parentImageId,
      matrixId: matrix.id,
      cell: { row, column },
      prompt,
      modelId,
      options,
      imageCount,
      estimateUsd: estimate?.upperUsd ?? null,
    });
    if (generation) created.push(generation);
  }
  return created;
}

async function checkedPlan(services: Services, input: MatrixInput): Promise<MatrixPlan> {
  const models = await namedModels(services, input);
  const result = planMatrix({ ...input, models, isFree: services.provider.isOffline });
  if (!result.ok) throw refused([result.problem]);
  const { plan } = result;
  const isInside = ({ row, column }: { row: number; column: number }) =>
    row < plan.rows.length && column < plan.columns.length;
  if (!input.struck.every(isInside))
    throw refused([{ field: "struck", message: "A struck cell is outside the matrix." }]);
  const problems = plan.cells.flatMap((cell) => cellProblem(cell, input.capUsd));
  if (problems.length > 0) throw refused(problems);
  if (plan.totals.cellCount === 0)
    throw refused([{ field: "struck", message: "Every cell is struck: there is nothing to generate." }]);
  return plan;
}

function cellProblem(cell: PlannedCell, capUsd: number | null): FieldProblem[] {
  if (cell.isStruck) return [];
  const field = `cells.${cell.row}.${cell.column}`;
  const name = cell.labels.join(", ") || "The prompt";
  if (cell.problem) return [{ field, message: `${name}: ${cell.problem}` }];
  if (capUsd === null || cell.estimate !== null) return [];
  return [
    { field, message: `${name}: its price is not known, so no cap can hold it. Strike it, or set no cap.` },
  ];
}

function refused(fields: FieldProblem[]): AppError {
  const [first] = fields;
  const more = fields.length > 1 ? ` And ${fields.length - 1} more.` : "";
  const told = fields.map(({ field, message }) => ({ field, message }));
  return new AppError("invalid_input", { message: `${first?.message}${more}`, fields: told });
}
