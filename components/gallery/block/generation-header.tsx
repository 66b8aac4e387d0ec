import { Repeat2 } from "lucide-react";
import { useTileContext } from "@/components/gallery/tile/tile-context";
import { Button } from "@/components/ui/button";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { CancelButton } from "./cancel-button";
import { ChangesLine } from "./changes-line";
import { GenerationMeta } from "./generation-meta";
import { PromptText } from "./prompt-text";

type GenerationHeaderProps = { generation: Generation; images: readonly Image[]; parent: Generation | null };

/** The prompt of a generation, what changed since its parent, its facts, and what can be done with all of it. */
export function GenerationHeader({ generation, images, parent }: GenerationHeaderProps) {
  const { iterate } = useTileContext();
  const isUnderWay = !images.every(isEnded);
  const parentImageId = images.find(({ state }) => state === "completed")?.id ?? generation.parentImageId;
  return (
    <header className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4">
      <div className="col-span-2 min-w-0 max-w-[72ch] @min-[560px]:col-span-1">
        <PromptText prompt={generation.prompt} />
        {parent && <ChangesLine before={parent} after={generation} />}
      </div>
      <div className="-mr-2 flex h-[22px] items-center min-w-44 justify-end @max-[560px]:order-last @max-[560px]:h-11">
        {isUnderWay && <CancelButton generationId={generation.id} />}
        <Button
          variant="quiet"
          size="sm"
          icon={Repeat2}
          onClick={() => iterate({ generation, parentImageId })}
        >
          Iterate
        </Button>
      </div>
      <div className="min-w-0 self-center @min-[560px]:col-span-2">
        <GenerationMeta generation={generation} images={images} />
      </div>
    </header>
  );
}
