import "server-only";
import { archiveError, archiveFault } from "@/lib/server/archive/archive-error";
import {
  type ArchivedGeneration,
  type ArchivedImage,
  type ArchivedSession,
  archivedGenerationSchema,
  archivedImageSchema,
  archivedMatrixSchema,
  archivedSessionSchema,
  type Manifest,
} from "@/lib/server/archive/archive-format";
import type { ArchiveLimits } from "@/lib/server/archive/archive-limits";
import { PATH_OF } from "@/lib/server/archive/archive-paths";
import { parseWhole, readRows } from "@/lib/server/archive/archive-rows";
import { idsInOrder, type NewIds } from "./new-ids";
import type { Archive } from "./open-archive";
import { readText } from "./read-text";

/** A file of an image that is to be stored, under the image's new id. */
export type PlannedPicture = {
  kind: "original" | "preview";
  path: string;
  imageId: string;
  isCompleted: boolean;
};

/** An archive that has been checked, and the ids that its rows will have. */
export type ArchivePlan = {
  session: ArchivedSession;
  ids: NewIds;
  pictures: PlannedPicture[];
  /** Finished pictures that are not in the trash. */
  pictureCount: number;
};

type Checked = { imageCount: number; place: number; parentImageId: string | null };

export async function checkRows(
  archive: Archive,
  manifest: Manifest,
  types: ReadonlyMap<string, string>,
  limits: ArchiveLimits,
): Promise<ArchivePlan> {
  const json = await readText(archive, PATH_OF.session, limits.rowBytesMax);
  const session = parseWhole(PATH_OF.session, json, archivedSessionSchema);
  const ids: NewIds = { matrices: new Map(), generations: new Map(), images: new Map() };
  const grids = await checkMatrices(archive, ids, limits);
  const generations = await checkGenerations(archive, ids, grids, limits);
  const plan: ArchivePlan = { session, ids, pictures: [], pictureCount: 0 };
  const generationOf = await checkImages(archive, plan, generations, types, limits);
  checkLineage(generations, generationOf);
  checkCounts(manifest, plan);
  return plan;
}

function take(ids: Map<string, string>, path: string, id: string, newId: string): void {
  if (ids.has(id)) throw archiveError(path, `has two rows with the id ${id}`);
  ids.set(id, newId);
}

type Grid = { rows: number; columns: number };

async function checkMatrices(
  archive: Archive,
  ids: NewIds,
  limits: ArchiveLimits,
): Promise<Map<string, Grid>> {
  const path = PATH_OF.matrices;
  const newId = idsInOrder();
  const grids = new Map<string, Grid>();
  for await (const row of readRows(path, archive.read(path), archivedMatrixSchema, limits.rowBytesMax)) {
    take(ids.matrices, path, row.id, newId(row.createdAt));
    grids.set(row.id, { rows: row.rowLabels.length, columns: row.columnLabels.length });
  }
  return grids;
}

async function checkGenerations(
  archive: Archive,
  ids: NewIds,
  grids: ReadonlyMap<string, Grid>,
  limits: ArchiveLimits,
): Promise<Map<string, Checked>> {
  const path = PATH_OF.generations;
  const newId = idsInOrder();
  const checked = new Map<string, Checked>();
  for await (const row of readRows(path, archive.read(path), archivedGenerationSchema, limits.rowBytesMax)) {
    take(ids.generations, path, row.id, newId(row.createdAt));
    checkCell(row, grids);
    const { imageCount, parentImageId } = row;
    checked.set(row.id, { imageCount, parentImageId, place: checked.size });
  }
  return checked;
}

function checkCell({ id, matrixId, cell }: ArchivedGeneration, grids: ReadonlyMap<string, Grid>): void {
  if (matrixId === null && cell === null) return;
  const grid = grids.get(matrixId ?? "");
  if (!grid) throw archiveError(PATH_OF.generations, `${id} names a matrix that is not there`);
  if (cell && (cell.row >= grid.rows || cell.column >= grid.columns))
    throw archiveError(PATH_OF.generations, `${id} is a cell that its matrix has not`);
}

/** The generation of each image. Images stand in the order of their generations, so that both can be read side by side. */
async function checkImages(
  archive: Archive,
  plan: ArchivePlan,
  generations: ReadonlyMap<string, Checked>,
  types: ReadonlyMap<string, string>,
  limits: ArchiveLimits,
): Promise<Map<string, string>> {
  const path = PATH_OF.images;
  const newId = idsInOrder();
  const generationOf = new Map<string, string>();
  let last = { place: -1, index: -1 };
  for await (const row of readRows(path, archive.read(path), archivedImageSchema, limits.rowBytesMax)) {
    const generation = generations.get(row.generationId);
    if (!generation) throw archiveError(path, `${row.id} names a generation that is not there`);
    const { place, imageCount } = generation;
    if (row.index >= imageCount)
      throw archiveError(path, `${row.id} has a place that its generation has not`);
    if (place < last.place || (place === last.place && row.index <= last.index))
      throw archiveError(path, `${row.id} is not in the order of the generations`);
    last = { place, index: row.index };
    take(plan.ids.images, path, row.id, newId(row.createdAt));
    generationOf.set(row.id, row.generationId);
    planPictures(plan, row, types);
  }
  return generationOf;
}

function planPictures(plan: ArchivePlan, row: ArchivedImage, types: ReadonlyMap<string, string>): void {
  const imageId = plan.ids.images.get(row.id) ?? "";
  const isCompleted = row.state === "completed";
  const expected = [
    { kind: "original" as const, path: row.original, type: row.contentType, right: originalPath(row) },
    { kind: "preview" as const, path: row.preview, type: "image/webp", right: PATH_OF.preview(row.id) },
  ];
  for (const { kind, path, type, right } of expected) {
    if (path === null) continue;
    if (path !== right) throw archiveError(PATH_OF.images, `${row.id} names a file that is not its own`);
    if (!types.has(path)) throw archiveError(path, "is missing");
    if (types.get(path) !== type) throw archiveError(path, "is not the kind of picture that it says");
    plan.pictures.push({ kind, path, imageId, isCompleted });
  }
  if (isCompleted && row.deletedAt === null) plan.pictureCount += 1;
}

function originalPath({ id, contentType }: ArchivedImage): string | null {
  return contentType && PATH_OF.original(id, contentType);
}

/** Each generation comes from a picture that was there before: a circle would never end when it is followed. */
function checkLineage(
  generations: ReadonlyMap<string, Checked>,
  generationOf: ReadonlyMap<string, string>,
): void {
  const rooted = new Set<string>();
  for (const id of generations.keys()) {
    const way = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !rooted.has(at)) {
      if (way.has(at)) throw archiveError(PATH_OF.generations, `${at} descends from itself`);
      way.add(at);
      at = generationOf.get(generations.get(at)?.parentImageId ?? "");
    }
    for (const visited of way) rooted.add(visited);
  }
}

function checkCounts({ counts, files }: Manifest, { ids, pictures }: ArchivePlan): void {
  const found = {
    matrices: ids.matrices.size,
    generations: ids.generations.size,
    images: ids.images.size,
    originals: pictures.filter(({ kind }) => kind === "original").length,
  };
  for (const name of ["matrices", "generations", "images", "originals"] as const)
    if (counts[name] !== found[name])
      throw archiveFault(`it says ${counts[name]} ${name} and has ${found[name]}`);
  // Session, matrices, generations and images.
  if (files.length !== pictures.length + 4) throw archiveFault("it has files that belong to no picture");
}
