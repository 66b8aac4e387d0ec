import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import type { Matrix } from "@/lib/domain/matrix/matrix";
import { listImagesOf } from "@/lib/server/db/queries/images";
import { findMatrix, listCells } from "@/lib/server/db/queries/matrices";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

export type MatrixWithCells = { matrix: Matrix; generations: Generation[]; images: Image[] };

/**
 * A matrix with its cells and their pictures.
 * @throws AppError not_found when it is not the viewer's
 */
export async function readMatrix(db: Db, viewer: Viewer, id: string): Promise<MatrixWithCells> {
  const matrix = await findMatrix(db, { viewerId: viewer.id, id });
  if (!matrix) throw new AppError("not_found");
  return readCells(db, matrix);
}

export async function readCells(db: Db, matrix: Matrix): Promise<MatrixWithCells> {
  const generations = await listCells(db, { matrixId: matrix.id });
  const images = await listImagesOf(db, { generationIds: generations.map(({ id }) => id) });
  return { matrix, generations, images };
}
