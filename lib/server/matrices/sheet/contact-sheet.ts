import "server-only";
import * as z from "zod";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { readMatrix } from "../read-matrix";
import { openFontShelf } from "./font-shelf";
import { layOutOnPaper } from "./paper-layout";
import { layOutOnScreen } from "./screen-layout";
import { sheetContentOf } from "./sheet-content";
import { renderPdf } from "./sheet-pdf";
import { renderPng } from "./sheet-png";

const formatSchema = z.enum(["png", "pdf"], "format must be png or pdf.");
export const sheetQuerySchema = z.strictObject({ format: formatSchema });
export type SheetFormat = z.infer<typeof formatSchema>;

const CONTENT_TYPES = { png: "image/png", pdf: "application/pdf" } as const satisfies Record<
  SheetFormat,
  string
>;

/**
 * A matrix as one labelled grid to download, as it stands now: cells that are not finished are boxes
 * that say so. One picture as PNG; A4 pages as PDF.
 * @throws AppError not_found
 */
export async function answerSheet(
  services: Pick<Services, "database" | "storage">,
  viewer: Viewer,
  id: string,
  format: SheetFormat,
): Promise<Response> {
  const found = await readMatrix(services.database.reads, viewer, id);
  const content = sheetContentOf(found);
  const shelf = openFontShelf();
  const bytes =
    format === "png"
      ? await renderPng(services.storage, await layOutOnScreen(shelf, content))
      : await renderPdf(services.storage, await layOutOnPaper(shelf, content), content.title);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": CONTENT_TYPES[format],
      "content-length": String(bytes.byteLength),
      "content-disposition": `attachment; filename="matrix-${found.matrix.createdAt.slice(0, 10)}.${format}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
