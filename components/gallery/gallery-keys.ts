import type { KeyboardEvent } from "react";
import { findImage } from "@/lib/client/gallery-lookup";
import type { GalleryState } from "@/lib/client/gallery-state";
import { hasModifier, imageCommandOf } from "@/lib/client/image-commands";
import { runImageCommand } from "@/lib/client/run-image-command";
import type { Direction } from "@/lib/domain/spatial-move";
import type { TileTools } from "./tile-context";
import { focusedTile, focusTile, tileAfter, tileBeside } from "./tile-focus";

const DIRECTIONS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

type GalleryKeys = { state: GalleryState; tools: TileTools; openId: string | null };

/** The keys of the gallery: arrows move, Escape closes the inspector, letters act on the tile with the focus. Enter is the tile's own. */
export function galleryKeys({ state, tools, openId }: GalleryKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (hasModifier(event)) return;
    const gallery = event.currentTarget;
    const tile = focusedTile(gallery);
    if (event.key === "Escape" && openId !== null) tools.open(null);
    const direction = DIRECTIONS[event.key];
    if (!tile) return;
    if (direction) {
      event.preventDefault();
      const next = tileBeside(gallery, tile, direction);
      focusTile(next);
      if (openId !== null && next) tools.open(next.dataset.imageId ?? null);
      return;
    }
    const command = imageCommandOf(event);
    const placed = findImage(state, tile.dataset.imageId ?? null);
    if (!command || !placed) return;
    event.preventDefault();
    if (command === "delete") focusTile(tileAfter(gallery, tile));
    runImageCommand(command, placed, tools);
  };
}
