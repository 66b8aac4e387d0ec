import { type MouseEvent, useEffect, useMemo, useRef } from "react";
import { extendedTo, selectionOf, toggled } from "@/lib/client/selection/selection";
import {
  clearSelection,
  getSelection,
  isSelecting,
  setSelection,
} from "@/lib/client/selection/selection-store";
import type { GalleryEntry } from "./gallery-entries";

export type SelectionTools = {
  /** Selects a picture, or takes it out. */
  toggle(imageId: string): void;
  /** Selects up to a picture from where the last range began. */
  extend(imageId: string): void;
  selectAll(): void;
  /** A press on a picture: selects it where that was meant; false where it was not. */
  press(event: MouseEvent, imageId: string): boolean;
};

/** The selection of the pictures that are shown. It ends with the session. */
export function useGallerySelection(rows: readonly GalleryEntry[]): SelectionTools {
  const order = useRef<() => string[]>(() => []);
  useEffect(() => {
    order.current = () => rows.flatMap(({ images }) => images.map(({ id }) => id));
  });
  useEffect(() => clearSelection, []);
  return useMemo(() => {
    const toggle = (imageId: string) => setSelection(toggled(getSelection(), imageId));
    const extend = (imageId: string) => setSelection(extendedTo(getSelection(), order.current(), imageId));
    return {
      toggle,
      extend,
      selectAll: () => setSelection(selectionOf(order.current())),
      press(event, imageId) {
        // Enter arrives as a click without a pointer, and always opens.
        const isPointer = event.detail > 0;
        if (event.shiftKey) extend(imageId);
        else if (event.ctrlKey || event.metaKey || (isPointer && isSelecting())) toggle(imageId);
        else return false;
        return true;
      },
    };
  }, []);
}
