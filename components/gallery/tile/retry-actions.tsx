import { Button } from "@/components/ui/button";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { carryOptions } from "@/lib/domain/models/options/carry-options";
import { useTileContext } from "./tile-context";

/**
 * What a person can do after a picture did not come. Both put a recipe into the composer: nothing is
 * ever sent again by itself. A model that is gone offers the one that follows it.
 */
export function RetryActions({
  generation,
  image,
  isTabStop,
}: {
  generation: Generation;
  image: Extract<Image, { state: "failed" | "cancelled" | "unknown" }>;
  isTabStop: boolean;
}) {
  const { models, iterate } = useTileContext();
  const parentImageId = generation.parentImageId;
  const successorId = models.find(({ id }) => id === generation.modelId)?.lifecycle.successor ?? null;
  const successor = models.find(({ id }) => id === successorId);
  const tabIndex = isTabStop ? 0 : -1;
  const className = "pointer-events-auto max-w-full";
  if (image.failure.code === "model_not_found" && successor)
    return (
      <Button
        size="sm"
        tabIndex={tabIndex}
        className={`mt-1.5 ${className}`}
        onClick={() => {
          const { options } = carryOptions(successor, generation.options);
          iterate({ generation: { ...generation, modelId: successor.id, options }, parentImageId });
        }}
      >
        <span className="truncate">Use {successor.label}</span>
      </Button>
    );
  return (
    <Button
      size="sm"
      tabIndex={tabIndex}
      className={`mt-1.5 ${className}`}
      onClick={() => iterate({ generation, parentImageId })}
    >
      Try again
    </Button>
  );
}
