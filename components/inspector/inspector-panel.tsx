import { useEffect, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { ZoomControls } from "@/components/ui/zoom-pan/zoom-controls";
import { InspectorActions } from "./inspector-actions";
import { InspectorBar } from "./inspector-bar";
import { InspectorDetails } from "./inspector-details";
import { InspectorFailure } from "./inspector-failure";
import { inspectorKeys } from "./inspector-keys";
import type { InspectorPanelProps } from "./inspector-props";
import { InspectorWords } from "./inspector-words";
import { LightBox } from "./light-box";
import { PictureStage } from "./picture-stage";

/** One picture with its words, facts and actions. Takes the focus when it opens, so that its keys work. */
export function InspectorPanel(props: InspectorPanelProps) {
  const { placed, parent, previousId, nextId, open, tools, review, pins } = props;
  const { generation, image } = placed;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  const [isLarge, setLarge] = useState(false);
  const page = (step: 1 | -1) => {
    const id = step > 0 ? nextId : previousId;
    if (id !== null) open(id);
  };
  const zoomPan = useZoomPan({ width: image.widthPx, height: image.heightPx }, page);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat named buttons inside.
    <div
      ref={ref}
      tabIndex={-1}
      data-autofocus
      data-picture-keys
      onKeyDown={inspectorKeys({
        placed,
        tools,
        zoomPan,
        page,
        close: () => open(null),
        enlarge: () => setLarge(true),
      })}
      className="flex h-full flex-col bg-panel outline-none"
    >
      <InspectorBar {...props} page={page} onEnlarge={() => setLarge(true)} />
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain desk:max-wide:flex desk:max-wide:overflow-hidden">
        <div className="relative aspect-square max-h-[56dvh] w-full bg-canvas desk:max-wide:aspect-auto desk:max-wide:max-h-none desk:max-wide:min-w-0">
          <PictureStage key={image.id} placed={placed} zoomPan={zoomPan} pins={pins} />
          <div className="absolute right-2 bottom-2 flex gap-1">
            <ZoomControls zoomPan={zoomPan} overPicture />
          </div>
        </div>
        <div className="grid content-start gap-5 px-4 pt-3 pb-8 desk:max-wide:w-[360px] desk:max-wide:shrink-0 desk:max-wide:overflow-y-auto">
          <InspectorActions placed={placed} tools={tools} />
          <InspectorFailure image={image} />
          {review}
          <InspectorWords generation={generation} image={image} />
          <InspectorDetails placed={placed} parent={parent} open={open} />
        </div>
      </div>
      <Dialog open={isLarge} label="Full screen" shape="full" onClose={() => setLarge(false)}>
        <LightBox {...props} onClose={() => setLarge(false)} />
      </Dialog>
    </div>
  );
}
