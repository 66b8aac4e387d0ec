import { useState } from "react";
import { useDecodedPicture } from "@/lib/client/browser/use-decoded-picture";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";
import { isTransparent, pictureUrlOf } from "@/lib/domain/generation/shown-picture";
import { Thumbhash } from "./thumbhash";

/** As long as a preview takes to fade into the next, in ms. */
const FADE_MS = 160;
/** Keeps the place and the text of a picture that has no bytes yet. */
const BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

/** The picture of a tile in any state: previews fade into each other and into the final, in one frame of one size. */
export function TilePicture({ generation, image }: { generation: Generation; image: Image }) {
  const url = pictureUrlOf(image);
  const { shownUrl, outgoingUrl } = useDecodedPicture(url, FADE_MS);
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const isBlank = shownUrl === null || shownUrl === brokenUrl;
  const isSeenThrough = isTransparent(image);
  return (
    <span
      className={`relative block size-full overflow-hidden ${isSeenThrough ? "checkerboard" : "bg-panel"}`}
    >
      {image.state === "completed" && !isSeenThrough && <Thumbhash hash={image.thumbhash} />}
      <img
        key={shownUrl}
        src={isBlank ? BLANK : shownUrl}
        alt={altOf(generation, image)}
        width={image.widthPx}
        height={image.heightPx}
        decoding="async"
        draggable={false}
        onError={() => setBrokenUrl(shownUrl)}
        className={`absolute inset-0 z-1 size-full object-contain ${outgoingUrl === null ? "" : "animate-appear"}`}
      />
      {outgoingUrl !== null && (
        <img
          src={outgoingUrl}
          alt=""
          aria-hidden
          width={image.widthPx}
          height={image.heightPx}
          className="absolute inset-0 size-full object-contain"
        />
      )}
    </span>
  );
}

/** Starts with the prompt, and tells pictures of one prompt apart. */
function altOf({ prompt, imageCount }: Generation, { index }: Image): string {
  return imageCount > 1 ? `${prompt}, ${index + 1} of ${imageCount}` : prompt;
}
