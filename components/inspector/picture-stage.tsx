import type { ReactNode } from "react";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { ZoomPanFrame } from "@/components/ui/zoom-pan/zoom-pan-frame";
import { useDecodedPicture } from "@/lib/client/browser/use-decoded-picture";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import { isTransparent, pictureUrlOf } from "@/lib/domain/generation/shown-picture";

/** No fade here: the original takes the place of the same picture, only sharper. */
const FADE_MS = 0;

type PictureStageProps = {
  placed: PlacedImage;
  zoomPan: ZoomPan;
  /** Placed in fractions of the picture; `--zoom` is its scale. */
  pins?: ReactNode;
};

/** A picture as large as its place, to zoom and pan. The original is loaded here and only here; until it is decoded the thumbnail stands in. */
export function PictureStage({ placed, zoomPan, pins }: PictureStageProps) {
  const { generation, image } = placed;
  const quickUrl = pictureUrlOf(image);
  const bestUrl = image.state === "completed" ? image.originalUrl : quickUrl;
  const { shownUrl } = useDecodedPicture(bestUrl, FADE_MS, quickUrl);
  const zoom = { "--zoom": zoomPan.view.scale };
  if (shownUrl === null)
    return (
      <p className="grid size-full place-content-center text-ink-muted">
        {image.state === "waiting" || image.state === "developing" ? "No preview yet" : "No picture"}
      </p>
    );
  return (
    <ZoomPanFrame zoomPan={zoomPan}>
      <div className="grid size-full place-items-center [container-type:size]">
        <div
          style={{
            width: `min(100cqw, 100cqh * ${image.widthPx / image.heightPx})`,
            ...zoom,
          }}
          className="relative"
        >
          <img
            src={shownUrl}
            alt={generation.prompt}
            width={image.widthPx}
            height={image.heightPx}
            decoding="async"
            draggable={false}
            className={`block h-auto w-full ${isTransparent(image) ? "checkerboard" : ""}`}
          />
          {pins}
        </div>
      </div>
    </ZoomPanFrame>
  );
}
