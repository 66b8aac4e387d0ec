import { CornerDownRight, X } from "lucide-react";
import dynamic from "next/dynamic";
import { IconButton } from "@/components/ui/icon-button";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { endRound, useRound } from "@/lib/client/review/pick-round";
import { pictureUrlOf } from "@/lib/domain/generation/shown-picture";

/** Fetched with the first round from picks. */
const PickSteps = dynamic(() => import("./pick-steps").then((module) => module.PickSteps), { ssr: false });

/** What the next generation starts from: a thumb where it is at hand, and the way to let go of it. */
export function ParentChip({ imageId, onDetach }: { imageId: string; onDetach(): void }) {
  const { images, generations } = useGallery();
  const round = useRound();
  const isPick = round.includes(imageId);
  const image = Object.values(images)
    .flat()
    .find(({ id }) => id === imageId);
  const prompt = generations.find(({ id }) => id === image?.generationId)?.prompt;
  const thumb = image && pictureUrlOf(image);
  return (
    <span className="flex min-w-0 items-center gap-1.5 text-caption text-ink-muted">
      {thumb ? (
        <img src={thumb} alt="" className="ml-1 size-5 shrink-0 rounded-xs bg-canvas object-cover" />
      ) : (
        <CornerDownRight aria-hidden size={13} className="ml-1.5 shrink-0" />
      )}
      {isPick && <PickSteps round={round} imageId={imageId} />}
      <span className={isPick ? "sr-only" : "truncate"}>
        Iterating on {prompt ? `“${prompt}”` : "an earlier picture"}
      </span>
      <IconButton
        icon={X}
        label="Detach"
        onClick={() => {
          endRound();
          onDetach();
        }}
        className="size-6!"
      />
    </span>
  );
}
