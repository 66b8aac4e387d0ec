import { createContext, use } from "react";
import type { SelectionTools } from "@/components/gallery/use-gallery-selection";
import type { ImageActions } from "@/lib/client/commands/use-image-actions";
import type { ComposerSeed } from "@/lib/client/studio/studio-context";
import type { ImageModel } from "@/lib/domain/models/image-model";

/** What every tile needs and none changes: it must keep its identity, or all tiles render again. */
export type TileTools = ImageActions & {
  models: readonly ImageModel[];
  isOffline: boolean;
  selection: SelectionTools;
  open(imageId: string | null): void;
  iterate(seed: ComposerSeed): void;
};

export const TileContext = createContext<TileTools | null>(null);

/** @throws when used outside the gallery */
export function useTileContext(): TileTools {
  const value = use(TileContext);
  if (!value) throw new Error("A tile needs the gallery around it.");
  return value;
}
