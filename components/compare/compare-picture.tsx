import type { ZoomView } from "@/components/ui/zoom-pan/zoom-view";
import { useDecodedPicture } from "@/lib/client/browser/use-decoded-picture";
import { isTransparent } from "@/lib/domain/generation/shown-picture";
import type { ComparedImage } from "./compared-image";

/** The original takes the place of its own thumbnail, only sharper. */
const FADE_MS = 0;

/** A picture fitted into its frame, moved and scaled with the others. */
export function ComparePicture({
  placed: { generation, image },
  view,
}: {
  placed: ComparedImage;
  view: ZoomView;
}) {
  const { shownUrl } = useDecodedPicture(image.originalUrl, FADE_MS, image.thumbnailUrl);
  return (
    <div
      className="absolute inset-0 grid place-items-center [container-type:size]"
      style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
    >
      {shownUrl !== null && (
        <img
          src={shownUrl}
          alt={generation.prompt}
          width={image.widthPx}
          height={image.heightPx}
          decoding="async"
          draggable={false}
          style={{ width: `min(100cqw, 100cqh * ${image.widthPx / image.heightPx})` }}
          className={`h-auto ${isTransparent(image) ? "checkerboard" : ""}`}
        />
      )}
    </div>
  );
}
