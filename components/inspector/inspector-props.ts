import type { ReactNode } from "react";
import type { ImageActions } from "@/lib/client/commands/use-image-actions";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import type { ComposerSeed } from "@/lib/client/studio/studio-context";

/** What can be done with the open picture. */
export type InspectorTools = ImageActions & { iterate(seed: ComposerSeed): void };

/** What visitors said about the open picture: beside it, and on it. */
export type InspectorReview = { review: ReactNode; pins: ReactNode };

/** The open picture, what it iterates on, and its neighbours in the gallery. */
export type InspectorPanelProps = InspectorReview & {
  placed: PlacedImage;
  parent: PlacedImage | null;
  previousId: string | null;
  nextId: string | null;
  open(imageId: string | null): void;
  tools: InspectorTools;
};
