import { focusFirst } from "@/components/ui/focus";
import { type Direction, spatialMove } from "@/lib/client/layout/spatial-move";

/** The tile that holds the focus, itself or one of its buttons. */
export function focusedTile(gallery: HTMLElement): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-image-id]") ?? null;
  return focused && gallery.contains(focused) ? focused : null;
}

/** The tile that an arrow key leads to, by where tiles stand on the screen. */
export function tileBeside(
  gallery: HTMLElement,
  tile: HTMLElement,
  direction: Direction,
): HTMLElement | null {
  const tiles = allTiles(gallery);
  const boxes = tiles.map((other) => other.getBoundingClientRect());
  const next = spatialMove(boxes, tiles.indexOf(tile), direction);
  return next === null ? null : (tiles[next] ?? null);
}

/** Where the focus goes when a tile leaves: to the next one, else to the one before. */
export function tileAfter(gallery: HTMLElement, tile: HTMLElement): HTMLElement | null {
  const tiles = allTiles(gallery);
  const place = tiles.indexOf(tile);
  return tiles[place + 1] ?? tiles[place - 1] ?? null;
}

/** Before the tile goes that a button is part of. */
export function leaveTile(button: HTMLElement): void {
  const gallery = button.closest("section");
  const tile = button.closest<HTMLElement>("[data-image-id]");
  if (gallery && tile) focusTile(tileAfter(gallery, tile));
}

export function focusTile(tile: HTMLElement | null): void {
  focusFirst(tile, "[data-tile-button]", { preventScroll: true });
  tile?.scrollIntoView({ block: "nearest" });
}

/** The tiles that exist now, in reading order. */
export function allTiles(gallery: HTMLElement): HTMLElement[] {
  return [...gallery.querySelectorAll<HTMLElement>("[data-image-id]")];
}

/** The tile of a picture, while it exists. */
export function tileOf(gallery: HTMLElement, imageId: string): HTMLElement | null {
  return gallery.querySelector<HTMLElement>(`[data-image-id="${CSS.escape(imageId)}"]`);
}
