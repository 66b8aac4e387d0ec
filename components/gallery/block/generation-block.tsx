import { memo } from "react";
import { rowPlansOf } from "@/components/gallery/row-plans-of";
import { Tile } from "@/components/gallery/tile/tile";
import { tileWidth, WALL_CLASS } from "@/components/gallery/tile/tile-size";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { GenerationHeader } from "./generation-header";

type GenerationBlockProps = {
  generation: Generation;
  images: readonly Image[];
  /** What it iterates on; null for a first prompt, and while that is not loaded. */
  parent: Generation | null;
  /** The tile that Tab leads to, and the one in the inspector, where they are in this generation. */
  tabStopId: string | null;
  openId: string | null;
};

/** One submit of the form: the prompt once, what changed, and its pictures in justified rows. */
export const GenerationBlock = memo(function GenerationBlock(props: GenerationBlockProps) {
  const { generation, images, parent, tabStopId, openId } = props;
  const plans = rowPlansOf(images);
  return (
    <article>
      <GenerationHeader generation={generation} images={images} parent={parent} />
      <ul className={`mt-3 ${WALL_CLASS}`}>
        {images.map((image, place) => (
          <Tile
            key={image.id}
            generation={generation}
            image={image}
            width={tileWidth(plans, place)}
            isTabStop={image.id === tabStopId}
            isOpen={image.id === openId}
          />
        ))}
      </ul>
    </article>
  );
});
