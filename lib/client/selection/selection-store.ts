import { createStore, useStore, useStoreValue } from "@/lib/client/store/create-store";
import { NO_SELECTION, type Selection } from "./selection";

const selections = createStore(NO_SELECTION);
/** Whether a touch selects, also while nothing is selected. */
const modes = createStore(false);

export function getSelection(): Selection {
  return selections.get();
}

export function setSelection(selection: Selection): void {
  selections.set(selection);
}

/** Forgets the selection and leaves the mode. */
export function clearSelection(): void {
  selections.set(NO_SELECTION);
  modes.set(false);
}

/** In this mode a press on a picture selects it; without a selection it is begun by its button. */
export function startSelecting(): void {
  modes.set(true);
}

/** Whether a press on a picture selects it now. */
export function isSelecting(): boolean {
  return modes.get() || selections.get().ids.size > 0;
}

export function useSelection(): Selection {
  return useStoreValue(selections);
}

/** Whether one picture is selected. Only the pictures for which that changes render again. */
export function useIsSelected(id: string): boolean {
  return useStore(selections, ({ ids }) => ids.has(id));
}

export function useIsSelecting(): boolean {
  const isModeOn = useStoreValue(modes);
  const isAnySelected = useStore(selections, ({ ids }) => ids.size > 0);
  return isModeOn || isAnySelected;
}
