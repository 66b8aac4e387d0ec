import { useEffect, useRef, useState } from "react";
import type { CullItem } from "@/lib/client/studio/cull-source";
import { isTransparent } from "@/lib/domain/generation/shown-picture";

/** Pictures that stand ready beside the one that is shown. */
const BEHIND = 1;
const AHEAD = 4;

/**
 * The picture, with its neighbours already there, decoded and unseen: the next one takes no more than
 * a frame. Each thumbnail stands in until its original is decoded.
 */
export function CullStage({ items, place }: { items: readonly CullItem[]; place: number }) {
  const from = Math.max(0, place - BEHIND);
  return (
    <div className="relative size-full">
      {items.slice(from, place + AHEAD + 1).map((item, offset) => (
        <CullPicture key={item.image.id} item={item} isShown={from + offset === place} />
      ))}
    </div>
  );
}

function CullPicture({ item: { image, prompt }, isShown }: { item: CullItem; isShown: boolean }) {
  const ref = useRef<HTMLImageElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const original = ref.current;
    let isCurrent = true;
    const ready = () => isCurrent && setReady(true);
    original?.decode().then(ready, () => undefined);
    return () => {
      isCurrent = false;
    };
  }, []);
  const ratio = image.widthPx / image.heightPx;
  return (
    <div
      aria-hidden={!isShown}
      className={`absolute inset-0 grid place-items-center p-4 [container-type:size] max-desk:p-0 ${isShown ? "" : "invisible"}`}
    >
      <span
        style={{ width: `min(100cqw, 100cqh * ${ratio})`, aspectRatio: ratio }}
        className={`relative block ${isTransparent(image) ? "checkerboard" : ""}`}
      >
        <img
          src={image.thumbnailUrl}
          alt=""
          decoding="sync"
          className={`absolute inset-0 size-full object-contain ${isReady ? "invisible" : ""}`}
        />
        <img
          ref={ref}
          src={image.originalUrl}
          alt={prompt}
          width={image.widthPx}
          height={image.heightPx}
          decoding="sync"
          draggable={false}
          className="absolute inset-0 size-full object-contain"
        />
      </span>
    </div>
  );
}
