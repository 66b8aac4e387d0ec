import "server-only";
import * as z from "zod";
import { failureSchema } from "@/lib/domain/errors/failure-schema";
import { ENDED_STATES } from "@/lib/domain/generation/is-ended";
import { matrixCellSchema } from "@/lib/domain/generation/matrix-cell";
import { optionNameSchema } from "@/lib/domain/models/options/option-schema";
import { PATH_OF } from "./archive-paths";

export const ARCHIVE_FORMAT = "safelight-session";
/** Grows when a row gets a column or loses one: every schema here is strict. */
export const ARCHIVE_VERSION = 2;
/** The first one lacks `isSketch`. */
export const ARCHIVE_VERSIONS_READ = [1, ARCHIVE_VERSION] as const;

/** Above what a request to the studio can hold, so that whatever is in its database fits. */
const PROMPT_UNITS_MAX = 1024 * 1024;
const INT_MAX = 2 ** 31 - 1;

/** A text that the database takes as it is: no NUL, no half of a character. */
const text = (unitsMax: number) =>
  z
    .string()
    .max(unitsMax)
    .refine((value) => value.isWellFormed() && !value.includes("\0"), "holds characters that are not text");
const id = z.uuid().lowercase();
const count = z.int().nonnegative().max(INT_MAX);
/** Ten today; a later studio may ask for more at once. */
const imageCount = z.int().min(1).max(1_000);
const edgePx = z.int().min(1).max(100_000);
const usd = z.number().nonnegative().max(1e9);
/** Within the years that the studio and PostgreSQL agree on. */
const moment = z.iso.datetime().refine((value) => /^2[01]\d\d-/.test(value), "is not between 2000 and 2199");
const options = z.partialRecord(optionNameSchema, z.union([text(200), z.number()]));

export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSIONS_READ),
  exportedAt: moment,
  counts: z.strictObject({ matrices: count, generations: count, images: count, originals: count }),
  /** Every other file of the archive. */
  files: z.array(
    z.strictObject({
      path: z.string().max(200),
      sizeBytes: z.int().nonnegative(),
      sha256: z.hex().length(64),
    }),
  ),
});
export type Manifest = z.infer<typeof manifestSchema>;

const draftSchema = z.strictObject({
  modelId: text(200),
  prompt: text(PROMPT_UNITS_MAX),
  options,
  imageCount: z.int().min(-INT_MAX).max(INT_MAX),
  parentImageId: id.nullable(),
  savedAt: moment.optional(),
});

export const archivedSessionSchema = z.strictObject({
  id: id,
  title: text(1_000),
  draft: draftSchema.nullable(),
  spentUsd: usd,
  createdAt: moment,
  updatedAt: moment,
});
export type ArchivedSession = z.infer<typeof archivedSessionSchema>;

export const archivedMatrixSchema = z.strictObject({
  id: id,
  template: text(PROMPT_UNITS_MAX),
  rowLabels: z.array(text(PROMPT_UNITS_MAX)).max(10_000),
  columnLabels: z.array(text(PROMPT_UNITS_MAX)).max(10_000),
  capUsd: usd.nullable(),
  createdAt: moment,
  stoppedAt: moment.nullable(),
});
export type ArchivedMatrix = z.infer<typeof archivedMatrixSchema>;

export const archivedGenerationSchema = z.strictObject({
  id: id,
  /** May be a picture of another session, which is not in the archive. */
  parentImageId: id.nullable(),
  matrixId: id.nullable(),
  cell: z.nullable(matrixCellSchema),
  prompt: text(PROMPT_UNITS_MAX),
  modelId: text(200),
  options,
  imageCount,
  estimateUsd: usd.nullable(),
  isSketch: z.boolean().default(false),
  createdAt: moment,
});
export type ArchivedGeneration = z.infer<typeof archivedGenerationSchema>;

export const archivedImageSchema = z
  .strictObject({
    id: id,
    generationId: id,
    index: count,
    /** What was under way when the session was exported has ended in the archive. */
    state: z.enum(ENDED_STATES),
    widthPx: edgePx,
    heightPx: edgePx,
    sentAt: moment.nullable(),
    /** The file with the original bytes; a failed picture may have some too. */
    original: z.string().nullable(),
    contentType: z.enum(PATH_OF.originalTypes).nullable(),
    /** The file with the last partial of a picture that did not come. */
    preview: z.string().nullable(),
    partialIndex: count.nullable(),
    revisedPrompt: text(PROMPT_UNITS_MAX).nullable(),
    used: z.partialRecord(optionNameSchema, text(200)).nullable(),
    costUsd: usd.nullable(),
    durationMs: count.nullable(),
    failure: z.strictObject({ ...failureSchema.shape, message: text(10_000), todo: text(10_000) }).nullable(),
    favourite: z.boolean(),
    rejected: z.boolean(),
    deletedAt: moment.nullable(),
    createdAt: moment,
  })
  .refine(
    ({ state, original }) => state !== "completed" || original !== null,
    "is completed without an original",
  )
  .refine(
    ({ state, durationMs }) => state !== "completed" || durationMs !== null,
    "is completed without a duration",
  )
  .refine(({ state, failure }) => state === "completed" || failure !== null, "has ended without a reason");
export type ArchivedImage = z.infer<typeof archivedImageSchema>;
