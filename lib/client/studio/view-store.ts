import { createStore, useStoreValue } from "@/lib/client/store/create-store";
import type { CullSource } from "./cull-source";
import type { MatrixDraft } from "./matrix-draft";

/** What covers the studio: one at a time, each asked for from wherever it is wanted. */
export type StudioView =
  | { kind: "compare"; imageIds: readonly string[] }
  | { kind: "cull"; source: CullSource }
  | { kind: "tree" }
  | { kind: "trash" }
  | { kind: "settings" }
  | { kind: "plan"; draft: MatrixDraft };

const views = createStore<StudioView | null>(null);

export function openView(view: StudioView): void {
  views.set(view);
}

export function closeView(): void {
  views.set(null);
}

/** The open view if it is of this kind. */
export function useView<K extends StudioView["kind"]>(kind: K): Extract<StudioView, { kind: K }> | null {
  const view = useStoreValue(views);
  return isOfKind(view, kind) ? view : null;
}

function isOfKind<K extends StudioView["kind"]>(
  view: StudioView | null,
  kind: K,
): view is Extract<StudioView, { kind: K }> {
  return view?.kind === kind;
}
