import type { ComposerSeed } from "@/lib/client/studio-context";
import type { ImageActions } from "@/lib/client/use-image-actions";

/** What can be done with the open picture. */
export type InspectorTools = ImageActions & { iterate(seed: ComposerSeed): void };
