import type { ReactNode } from "react";
import { LivePicture } from "@/components/visitor/live-picture";
import { thumbnailUrl } from "@/components/visitor/thumbnail-url";
import { averageColour } from "@/components/visitor/wall/average-colour";
import { type SharedPicture, sharedPictureUrl } from "@/lib/domain/share/visitor-gallery";

type LightTablePictureProps = { token: string; picture: SharedPicture; alt: string; children: ReactNode };

/**
 * The open picture, as large as its place, with what lies on it. The thumbnail stands behind the large
 * one until that is there; behind a transparent picture stands a checkerboard alone.
 */
export function LightTablePicture({ token, picture, alt, children }: LightTablePictureProps) {
  const { widthPx, heightPx } = picture;
  return (
    <div className="grid size-full place-items-center [container-type:size]">
      <div
        className="relative"
        style={{
          width: `min(100cqw, 100cqh * ${widthPx / heightPx})`,
          aspectRatio: `${widthPx} / ${heightPx}`,
        }}
      >
        {picture.state === "completed" ? (
          <img
            src={sharedPictureUrl(token, picture.id, "large", picture.hash)}
            alt={alt}
            width={widthPx}
            height={heightPx}
            draggable={false}
            fetchPriority="high"
            className={`size-full ${isOpaque(picture.thumbhash) ? "bg-cover" : "checkerboard"}`}
            style={
              isOpaque(picture.thumbhash)
                ? { backgroundImage: `url("${thumbnailUrl(token, picture)}")` }
                : undefined
            }
          />
        ) : (
          <div className="size-full overflow-hidden bg-panel">
            <LivePicture token={token} picture={picture} alt={alt} />
          </div>
        )}
        {children}
      </div>
    </div>
  );
}

function isOpaque(thumbhash: string): boolean {
  return averageColour(thumbhash) !== null;
}
