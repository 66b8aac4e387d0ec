import type { ReactNode } from "react";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { ZoomPanFrame } from "@/components/ui/zoom-pan/zoom-pan-frame";
import { useDecodedPicture } from "@/lib/client/browser/use-decoded-picture";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import type { Image } from "@/lib/domain/generation/image";

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
  const { quickUrl, bestUrl } = urlsOf(image);
  const { shownUrl } = useDecodedPicture(bestUrl, FADE_MS, quickUrl);
  const isTransparent = image.state === "completed" && image.used.background === "transparent";
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
            ...{ "--zoom": zoomPan.view.scale },
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
            className={`block h-auto w-full ${isTransparent ? "checkerboard" : ""}`}
          />
          {pins}
        </div>
      </div>
    </ZoomPanFrame>
  );
}

/** What can be shown at once, and the best there is. */
function urlsOf(image: Image): { quickUrl: string | null; bestUrl: string | null } {
  switch (image.state) {
    case "waiting":
      return { quickUrl: null, bestUrl: null };
    case "completed":
      return { quickUrl: image.thumbnailUrl, bestUrl: image.originalUrl };
    case "developing":
    case "failed":
    case "cancelled":
    case "unknown": {
      const url = image.preview?.url ?? null;
      return { quickUrl: url, bestUrl: url };
    }
  }
}
