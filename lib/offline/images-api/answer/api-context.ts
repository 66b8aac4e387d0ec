import "server-only";
import type { ModelTable } from "@/lib/domain/models/model-table";
import type { FileStore } from "@/lib/offline/images-api/file-store";
import type { Painter } from "@/lib/offline/images-api/painter-port";
import type { Variants } from "./variants";

/** What every route works with. */
export type ApiContext = {
  models: ModelTable;
  painter: Painter;
  files: FileStore;
  variants: Variants;
  /** Milliseconds before each event of a stream, and before an answer in one piece. */
  paceMs: number;
  /** Milliseconds since 1970. */
  now(): number;
};

/** The API's time: whole seconds since 1970. */
export function nowSeconds(context: ApiContext): number {
  return Math.floor(context.now() / 1000);
}
