import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { OFFLINE_LABEL, SKETCH } from "@/lib/domain/models/provider-info";
import { TileDeveloping } from "./tile-developing";
import { TileEnded } from "./tile-ended";
import { TileWaiting } from "./tile-waiting";

/** What a tile says about its picture, in text. */
export function TileStatus({
  generation,
  image,
  isTabStop,
}: {
  generation: Generation;
  image: Image;
  isTabStop: boolean;
}) {
  switch (image.state) {
    case "waiting":
      return <TileWaiting image={image} />;
    case "developing":
      return <TileDeveloping image={image} partials={Number(generation.options.partials ?? 0)} />;
    case "completed":
      return generation.isSketch && !image.rejected ? (
        <p className="pointer-events-none absolute bottom-1.5 left-1.5 max-w-[calc(100%-44px)] truncate rounded-xs bg-veil px-1.5 text-caption text-on-veil leading-5">
          {SKETCH}
          <span className="@max-[200px]/tile:sr-only">{OFFLINE_LABEL.slice(SKETCH.length)}</span>
        </p>
      ) : null;
    case "failed":
    case "cancelled":
    case "unknown":
      return <TileEnded generation={generation} image={image} isTabStop={isTabStop} />;
  }
}
