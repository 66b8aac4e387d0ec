import type { KeyboardEvent } from "react";
import { hasModifier, imageCommandOf } from "@/lib/client/commands/image-commands";
import { runImageCommand } from "@/lib/client/commands/run-image-command";
import { placedImage } from "@/lib/client/gallery/gallery-lookup";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import type { Direction } from "@/lib/client/layout/spatial-move";
import {
  clearSelection,
  getSelection,
  isSelecting,
  setSelection,
} from "@/lib/client/selection/selection-store";
import type { TileTools } from "./tile/tile-context";
import { focusedTile, focusTile, tileAfter, tileBeside } from "./tile/tile-focus";

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

type GalleryKeys = { state: GalleryState; tools: TileTools; openId: string | null };

/**
 * The keys of the gallery: arrows move, with Shift they select a range, Space selects, letters act on
 * the tile with the focus. Escape clears the selection, then closes the inspector. Enter is the tile's own.
 */
export function galleryKeys({ state, tools, openId }: GalleryKeys) {
  const leave = () => {
    if (isSelecting()) clearSelection();
    else if (openId !== null) tools.open(null);
  };
  const move = (gallery: HTMLElement, tile: HTMLElement, direction: Direction, isRange: boolean) => {
    const next = tileBeside(gallery, tile, direction);
    if (isRange) anchorAt(tile);
    focusTile(next);
    const nextId = next?.dataset.imageId;
    if (nextId === undefined) return;
    if (isRange) tools.selection.extend(nextId);
    else if (openId !== null) tools.open(nextId);
  };
  const act = (event: KeyboardEvent<HTMLElement>, tile: HTMLElement) => {
    const command = imageCommandOf(event);
    const placed = placedImage(state, tile.dataset.imageId ?? null);
    if (!command || !placed) return false;
    if (command === "delete") focusTile(tileAfter(event.currentTarget, tile));
    runImageCommand(command, placed, tools);
    return true;
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (isSelectAll(event)) {
      event.preventDefault();
      tools.selection.selectAll();
      return;
    }
    const direction = DIRECTIONS[event.key];
    const isRange = event.shiftKey && direction !== undefined;
    if (hasModifier({ ...modifiersOf(event), shiftKey: event.shiftKey && !isRange })) return;
    if (event.key === "Escape") {
      leave();
      event.preventDefault();
      return;
    }
    const tile = focusedTile(event.currentTarget);
    if (!tile) return;
    if (direction) move(event.currentTarget, tile, direction, isRange);
    else if (isSpaceOnTile(event)) tools.selection.toggle(tile.dataset.imageId ?? "");
    else if (!act(event, tile)) return;
    event.preventDefault();
  };
}

/** Space selects; some browsers would press the button when the key goes up. */
export function keepSpaceFromPressing(event: KeyboardEvent<HTMLElement>): void {
  if (isSpaceOnTile(event)) event.preventDefault();
}

function isSpaceOnTile({ key, target }: KeyboardEvent<HTMLElement>): boolean {
  return key === " " && target instanceof Element && target.matches("[data-tile-button]");
}

function isSelectAll({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent<HTMLElement>): boolean {
  return key.toLowerCase() === "a" && (ctrlKey || metaKey) && !altKey && !shiftKey;
}

function modifiersOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent<HTMLElement>) {
  return { key, ctrlKey, metaKey, altKey };
}

/** A range that nothing was selected for begins where the focus is. */
function anchorAt(tile: HTMLElement): void {
  const imageId = tile.dataset.imageId ?? null;
  const selection = getSelection();
  if (imageId === null || selection.ids.has(imageId)) return;
  setSelection({ ids: new Set([...selection.ids, imageId]), anchorId: imageId, base: selection.ids });
}
