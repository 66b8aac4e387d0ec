import { z } from "zod";
import { storedOptionsSchema } from "./generation";
import { axisInputSchema } from "./matrix-axis";
import { matrixCellSchema } from "./matrix-cell";
import { MATRIX_CELLS_MAX, TEMPLATE_CHARS_MAX } from "./prompt-matrix";

/** A prompt matrix as the browser sees it; its cells are the generations that name it. */
export const matrixSchema = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  version: z.int(),
  /** The prompt as it was written, with its braces. */
  template: z.string(),
  rowLabels: z.array(z.string()),
  columnLabels: z.array(z.string()),
  /** What all its calls together may cost; null for no cap. */
  capUsd: z.number().nullable(),
  createdAt: z.iso.datetime(),
  /** When a person stopped it; null while it may go on. */
  stoppedAt: z.iso.datetime().nullable(),
});
export type Matrix = z.infer<typeof matrixSchema>;

const AXES_MAX = 8;
const IMAGES_MAX = 10;
const imagesError = `Images must be a whole number from 1 to ${IMAGES_MAX}.`;
const capError = "The cap must be an amount above $0.";

/** The body of `POST /api/matrices`. What the cells hold is checked by the plan, model by model. */
export const matrixInputSchema = z.strictObject({
  /** Made by the client for each submit: the same key is the same matrix. */
  idempotencyKey: z.uuid("idempotencyKey must be a UUID."),
  sessionId: z.uuid("sessionId must be a UUID."),
  parentImageId: z.uuid("parentImageId must be a UUID.").nullable().default(null),
  template: z.string("Template must be a text.").max(TEMPLATE_CHARS_MAX),
  base: z.strictObject({
    modelId: z.string("Model must be a text.").min(1, "Choose a model.").max(200),
    options: storedOptionsSchema,
    imageCount: z.int(imagesError).min(1, imagesError).max(IMAGES_MAX, imagesError),
  }),
  axes: z.array(axisInputSchema).max(AXES_MAX).default([]),
  struck: z.array(matrixCellSchema).max(MATRIX_CELLS_MAX).default([]),
  /** What all calls together may cost; nothing is sent beyond it. */
  capUsd: z.number(capError).positive(capError).max(1_000_000).nullable().default(null),
});
export type MatrixInput = z.infer<typeof matrixInputSchema>;
