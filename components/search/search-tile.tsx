import { CircleX, Heart } from "lucide-react";
import Link from "next/link";
import type { ItemBox } from "@/lib/client/layout/spatial-move";
import { isTransparent } from "@/lib/domain/generation/shown-picture";
import { OFFLINE_LABEL, SKETCH } from "@/lib/domain/models/provider-info";
import type { Found } from "./use-search";

const LABEL = "absolute inset-x-0 bottom-0 bg-veil-strong px-2 py-1.5 text-caption text-on-veil";
const REVEALED =
  "opacity-0 transition-opacity group-hover/found:opacity-100 group-focus-visible/found:opacity-100";

type SearchTileProps = { entry: Found; box: ItemBox; isTabStop: boolean; onFocus(imageId: string): void };

/** A found picture: a way to it in its session, whose name and words show when it is pointed at. */
export function SearchTile({ entry, box, isTabStop, onFocus }: SearchTileProps) {
  const { image, prompt, isSketch, sessionTitle } = entry;
  return (
    <li className="absolute" style={box}>
      <Link
        href={`/s/${image.sessionId}?image=${image.id}`}
        prefetch={false}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => onFocus(image.id)}
        className="group/found relative block size-full scroll-my-4 overflow-hidden rounded-sm bg-panel"
      >
        <img
          src={image.thumbnailUrl}
          alt={prompt}
          width={image.widthPx}
          height={image.heightPx}
          decoding="async"
          className={`size-full object-cover ${isTransparent(image) ? "checkerboard" : ""} ${image.rejected ? "opacity-35" : ""}`}
        />
        <span className={`${LABEL} ${REVEALED}`}>
          <span className="block truncate font-medium">{sessionTitle}</span>
          <span aria-hidden dir="auto" className="line-clamp-2">
            {prompt}
          </span>
        </span>
        <span className="absolute top-1.5 left-1.5 flex gap-1">
          {isSketch && (
            <span className="rounded-xs bg-veil px-1.5 text-caption text-on-veil leading-5">
              {SKETCH}
              <span className="sr-only">{OFFLINE_LABEL.slice(SKETCH.length)}</span>
            </span>
          )}
          {image.favourite && (
            <span className="grid size-5 place-items-center rounded-xs bg-veil text-on-veil">
              <Heart aria-hidden size={12} fill="currentColor" />
              <span className="sr-only">Favourite</span>
            </span>
          )}
          {image.rejected && (
            <span className="grid size-5 place-items-center rounded-xs bg-veil text-on-veil">
              <CircleX aria-hidden size={12} />
              <span className="sr-only">Rejected</span>
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
