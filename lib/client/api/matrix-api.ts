import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import type { Matrix, MatrixInput } from "@/lib/domain/matrix/matrix";
import { requestJson } from "./request-json";
import { sendOnce } from "./send-once";

type CreatedMatrix = { matrix: Matrix; generations: Generation[]; images: Image[] };

/** Sends all cells of a matrix. The same idempotency key gives the same matrix. */
export function createMatrix(input: MatrixInput) {
  return sendOnce<CreatedMatrix>("/api/matrices", input);
}

/** Ends what was not sent, unbilled; what was sent finishes. */
export function stopMatrix(id: string) {
  return requestJson<Matrix>(`/api/matrices/${id}/stop`, { method: "POST" });
}

/** The address of a matrix as one sheet. */
export function sheetHref(id: string, format: "png" | "pdf"): string {
  return `/api/matrices/${id}/sheet?format=${format}`;
}
