import { useRef, useState } from "react";
import { focusFirst } from "@/components/ui/focus";
import { showToast } from "@/components/ui/toast-store";
import { useImageActions } from "@/lib/client/commands/use-image-actions";
import { useStudio } from "@/lib/client/studio/studio-context";
import { CompareBar } from "./compare-bar";
import { CompareHead } from "./compare-head";
import { compareKeys } from "./compare-keys";
import { ComparePane } from "./compare-pane";
import type { ComparedImage } from "./compared-image";
import { useSharedZoom } from "./use-shared-zoom";
import { WipePane } from "./wipe-pane";

/** Side by side; four in a square. On a phone below each other, four in a square too. */
const PANES =
  "grid min-h-0 grid-cols-2 gap-px bg-line data-[count=3]:grid-cols-3 desk:data-[count=4]:grid-rows-2";
const PHONE_PANES =
  "max-desk:grid-cols-1! max-desk:data-[count=4]:grid-cols-2! max-desk:data-[count=4]:grid-rows-2";

/** Pictures beside each other under one zoom, or two of them one over the other. */
export function CompareView({ pictures, onClose }: { pictures: readonly ComparedImage[]; onClose(): void }) {
  const { models } = useStudio();
  const actions = useImageActions(showToast);
  const ref = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  const [wipePercent, setWipePercent] = useState<number | null>(null);
  const { zoomPan, frameRef } = useSharedZoom(pictures.map(({ image }) => image));
  const [first, second] = pictures;
  const isPair = pictures.length === 2;
  const isWiping = isPair && wipePercent !== null;
  const focus = (index: number) => {
    if (!pictures[index]) return;
    setFocused(index);
    focusFirst(ref.current, `[data-pane="${index}"]`);
  };
  /** The panes are others then: the focus must not go with the old ones. */
  const wipe = (percent: number | null) => {
    setWipePercent(percent);
    requestAnimationFrame(() => {
      if (!ref.current?.contains(document.activeElement)) focus(0);
    });
  };
  const picture = pictures[Math.min(focused, pictures.length - 1)];
  const onKeyDown = compareKeys({
    zoomPan,
    focus,
    toggleWipe: () => isPair && wipe(isWiping ? null : 50),
    favourite: () => picture && actions.toggleFavourite(picture.image),
    reject: () => picture && actions.toggleRejected(picture.image),
  });
  const labelOf = (modelId: string) => models.find(({ id }) => id === modelId)?.label ?? modelId;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat named buttons inside.
    <div
      ref={ref}
      onKeyDown={onKeyDown}
      className="grid h-full grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] bg-canvas"
    >
      <div
        style={{ gridTemplateColumns: `repeat(${pictures.length}, minmax(0, 1fr))` }}
        className="grid max-h-[34dvh] divide-x divide-line overflow-y-auto border-line border-b bg-panel max-desk:grid-cols-1! max-desk:divide-x-0 max-desk:divide-y"
      >
        {pictures.map((placed, index) => (
          <CompareHead
            key={placed.image.id}
            number={index + 1}
            placed={placed}
            first={first && index > 0 ? first.generation : null}
            isFocused={placed === picture}
            labelOf={labelOf}
            actions={actions}
          />
        ))}
      </div>
      {isWiping && first && second ? (
        <WipePane
          frameRef={frameRef}
          zoomPan={zoomPan}
          below={first}
          above={second}
          percent={wipePercent}
          onWipe={setWipePercent}
        />
      ) : (
        <div data-count={pictures.length} className={`${PANES} ${PHONE_PANES}`}>
          {pictures.map((placed, index) => (
            <ComparePane
              key={placed.image.id}
              index={index}
              placed={placed}
              zoomPan={zoomPan}
              {...(index === 0 && { frameRef })}
              isFocused={placed === picture}
              onFocus={() => setFocused(index)}
            />
          ))}
        </div>
      )}
      <CompareBar
        zoomPan={zoomPan}
        hasSketch={pictures.some(({ generation }) => generation.isSketch)}
        wipePercent={isPair ? (wipePercent ?? false) : null}
        onWipe={wipe}
        onClose={onClose}
      />
    </div>
  );
}
