import type { KeyboardEvent } from "react";
import type { ImageCommand } from "@/lib/client/commands/image-commands";
import { runImageCommand } from "@/lib/client/commands/run-image-command";
import { placedImage } from "@/lib/client/gallery/gallery-lookup";
import type { GalleryState } from "@/lib/client/gallery/gallery-state";
import { actionOf, KEYS } from "@/lib/client/keys/keys";
import type { Direction } from "@/lib/client/layout/spatial-move";
import {
  clearSelection,
  getSelection,
  isSelecting,
  setSelection,
} from "@/lib/client/selection/selection-store";
import type { TileTools } from "./tile/tile-context";
import { focusedTile, focusTile, tileAfter, tileBeside } from "./tile/tile-focus";

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
  const act = (gallery: HTMLElement, tile: HTMLElement, command: ImageCommand) => {
    const placed = placedImage(state, tile.dataset.imageId ?? null);
    if (!placed) return;
    if (command === "delete") focusTile(tileAfter(gallery, tile));
    runImageCommand(command, placed, tools);
  };
  const actOnTile = (event: KeyboardEvent<HTMLElement>, action: TileAction): boolean => {
    const gallery = event.currentTarget;
    const tile = focusedTile(gallery);
    if (!tile) return false;
    switch (action) {
      case "open":
        return false;
      case "select":
        if (!isSpaceOnTile(event)) return false;
        tools.selection.toggle(tile.dataset.imageId ?? "");
        return true;
      case "move":
      case "selectRange":
        move(gallery, tile, directionOf(event.key), action === "selectRange");
        return true;
      default:
        act(gallery, tile, action);
        return true;
    }
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    const action = actionOf(KEYS.gallery, event);
    if (action === null) return;
    if (action === "selectAll") tools.selection.selectAll();
    else if (action === "leave") leave();
    else if (!actOnTile(event, action)) return;
    event.preventDefault();
  };
}

type TileAction = Exclude<keyof typeof KEYS.gallery, "selectAll" | "leave">;

function directionOf(key: string): Direction {
  switch (key) {
    case "ArrowLeft":
      return "left";
    case "ArrowRight":
      return "right";
    case "ArrowUp":
      return "up";
    default:
      return "down";
  }
}

/** Space selects; some browsers would press the button when the key goes up. */
export function keepSpaceFromPressing(event: KeyboardEvent<HTMLElement>): void {
  if (isSpaceOnTile(event)) event.preventDefault();
}

function isSpaceOnTile({ key, target }: KeyboardEvent<HTMLElement>): boolean {
  return key === " " && target instanceof Element && target.matches("[data-tile-button]");
}

/** A range that nothing was selected for begins where the focus is. */
function anchorAt(tile: HTMLElement): void {
  const imageId = tile.dataset.imageId ?? null;
  const selection = getSelection();
  if (imageId === null || selection.ids.has(imageId)) return;
  setSelection({ ids: new Set([...selection.ids, imageId]), anchorId: imageId, base: selection.ids });
}
