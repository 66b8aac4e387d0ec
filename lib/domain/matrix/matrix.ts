import * as z from "zod/mini";
import { storedOptionsSchema } from "@/lib/domain/generation/generation";
import { matrixCellSchema } from "@/lib/domain/generation/matrix-cell";
import {
  IMAGES_A_GENERATION_MAX,
  LIMIT_USD_MAX,
  MATRIX_CELLS_MAX,
  MODEL_ID_CHARS_MAX,
  TEMPLATE_CHARS_MAX,
} from "@/lib/domain/limits";
import { axisInputSchema } from "./matrix-axis";

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
  capUsd: z.nullable(z.number()),
  createdAt: z.iso.datetime(),
  /** When a person stopped it; null while it may go on. */
  stoppedAt: z.nullable(z.iso.datetime()),
});
export type Matrix = z.infer<typeof matrixSchema>;

const AXES_MAX = 8;
const IMAGES_ERROR = `Images must be a whole number from 1 to ${IMAGES_A_GENERATION_MAX}.`;
const CAP_ERROR = "The cap must be an amount above $0.";

/** The body of `POST /api/matrices`. What the cells hold is checked by the plan, model by model. */
export const matrixInputSchema = z.strictObject({
  /** Made by the client for each submit: the same key is the same matrix. */
  idempotencyKey: z.uuid("idempotencyKey must be a UUID."),
  sessionId: z.uuid("sessionId must be a UUID."),
  parentImageId: z._default(z.nullable(z.uuid("parentImageId must be a UUID.")), null),
  template: z.string("Template must be a text.").check(z.maxLength(TEMPLATE_CHARS_MAX)),
  base: z.strictObject({
    modelId: z
      .string("Model must be a text.")
      .check(z.minLength(1, "Choose a model."), z.maxLength(MODEL_ID_CHARS_MAX)),
    options: storedOptionsSchema,
    imageCount: z
      .int(IMAGES_ERROR)
      .check(z.gte(1, IMAGES_ERROR), z.lte(IMAGES_A_GENERATION_MAX, IMAGES_ERROR)),
  }),
  axes: z._default(z.array(axisInputSchema).check(z.maxLength(AXES_MAX)), []),
  struck: z._default(z.array(matrixCellSchema).check(z.maxLength(MATRIX_CELLS_MAX)), []),
  /** What all calls together may cost; nothing is sent beyond it. */
  capUsd: z._default(
    z.nullable(z.number(CAP_ERROR).check(z.positive(CAP_ERROR), z.lte(LIMIT_USD_MAX))),
    null,
  ),
});
export type MatrixInput = z.infer<typeof matrixInputSchema>;
