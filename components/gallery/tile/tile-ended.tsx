import { Badge } from "@/components/ui/badge";
import { billedWords } from "@/lib/domain/errors/failure";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";
import { RetryActions } from "./retry-actions";

type EndedImage = Extract<Image, { state: "failed" | "cancelled" | "unknown" }>;

/** A picture that did not come: what happened, was it billed, what to do. Its last preview stays, and is called one. */
export function TileEnded({
  generation,
  image,
  isTabStop,
}: {
  generation: Generation;
  image: EndedImage;
  isTabStop: boolean;
}) {
  const { failure, preview, state } = image;
  const onPicture = preview !== null;
  return (
    <div
      className={`pointer-events-none absolute inset-0 flex flex-col justify-end overflow-hidden rounded-sm`}
    >
      {onPicture && (
        <p className="absolute top-1.5 left-1.5">
          <Badge tone="overPicture">Preview only</Badge>
        </p>
      )}
      <div
        className={`max-h-full overflow-hidden px-2.5 py-2 text-caption ${onPicture ? "bg-veil-strong text-on-veil" : "text-ink-muted"}`}
      >
        <p className={onPicture ? "line-clamp-2" : "line-clamp-3"}>
          <strong className={`font-semibold ${onPicture ? "" : headTone(state)}`}>{headOf(state)}</strong>
          {failure.message}
        </p>
        <p className={onPicture ? "@max-[240px]/tile:sr-only" : "@max-[160px]/tile:sr-only"}>
          {billedWords(failure)}
        </p>
        <p className="line-clamp-2 @max-[240px]/tile:sr-only">{failure.todo}</p>
        <RetryActions generation={generation} image={image} isTabStop={isTabStop} />
      </div>
    </div>
  );
}

/** "Failed: ", before the reason; an outcome that is not known is a sentence of its own. */
function headOf(state: EndedImage["state"]): string {
  return `${STATE_WORDS[state]}${state === "unknown" ? ". " : ": "}`;
}

function headTone(state: EndedImage["state"]): string {
  return state === "failed" ? "text-danger" : "text-ink";
}
