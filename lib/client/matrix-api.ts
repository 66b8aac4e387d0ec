import * as z from "zod/mini";
import { generationSchema } from "@/lib/domain/generation";
import { imageSchema } from "@/lib/domain/image";
import { type MatrixInput, matrixSchema } from "@/lib/domain/matrix";
import { requestJson } from "./request-json";

const createdSchema = z.object({
  matrix: matrixSchema,
  generations: z.array(generationSchema),
  images: z.array(imageSchema),
});

/** Sends all cells of a matrix. The same idempotency key gives the same matrix. */
export function createMatrix(input: MatrixInput) {
  return requestJson("/api/matrices", createdSchema, { method: "POST", body: input });
}

/** Ends what was not sent, unbilled; what was sent finishes. */
export function stopMatrix(id: string) {
  return requestJson(`/api/matrices/${id}/stop`, z.unknown(), { method: "POST" });
}

/** The address of a matrix as one sheet. */
export function sheetHref(id: string, format: "png" | "pdf"): string {
  return `/api/matrices/${id}/sheet?format=${format}`;
}
