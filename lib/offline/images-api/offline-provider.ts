import "server-only";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { paint, paintPartial } from "@/lib/offline/painter/paint";
import { createImagesApi } from "./images-api";

/**
 * The provider that needs no key and no network, as the `fetch` of an API client: it speaks the
 * Images API and draws with the procedural painter.
 * @param paceMs milliseconds before each event of a stream, and before an answer in one piece
 */
export function createOfflineFetch({ models, paceMs }: { models: ModelTable; paceMs: number }): typeof fetch {
  const api = createImagesApi({ models, paceMs, painter: { paint, paintPartial } });
  return (input, init) => api(new Request(input, init));
}
