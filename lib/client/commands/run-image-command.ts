import { downloadImage } from "@/lib/client/browser/download-image";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import type { ComposerSeed } from "@/lib/client/studio/studio-context";
import { isEnded } from "@/lib/domain/generation/is-ended";
import type { ImageCommand } from "./image-commands";
import type { ImageActions } from "./use-image-actions";

type Tools = ImageActions & { iterate(seed: ComposerSeed): void };

/** Does to a picture what its button does. What a picture in its state cannot do is not done. */
export function runImageCommand(command: ImageCommand, placed: PlacedImage, tools: Tools): void {
  const { generation, image } = placed;
  switch (command) {
    case "favourite":
      if (image.state === "completed") tools.toggleFavourite(image);
      return;
    case "reject":
      if (image.state === "completed") tools.toggleRejected(image);
      return;
    case "download":
      if (image.state === "completed") downloadImage(generation.prompt, image);
      return;
    case "iterate":
      tools.iterate(seedOf(placed));
      return;
    case "delete":
      if (isEnded(image)) tools.remove(image);
  }
}

/** The recipe that made a picture, to iterate on it where it came, else on what it iterated on itself. */
export function seedOf({ generation, image }: PlacedImage): ComposerSeed {
  const parentImageId = image.state === "completed" ? image.id : generation.parentImageId;
  return { generation, parentImageId };
}
