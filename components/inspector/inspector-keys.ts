import type { KeyboardEvent } from "react";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { imageCommandOf } from "@/lib/client/commands/image-commands";
import { runImageCommand } from "@/lib/client/commands/run-image-command";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import type { InspectorTools } from "./inspector-props";

type InspectorKeys = {
  placed: PlacedImage;
  tools: InspectorTools;
  zoomPan: ZoomPan;
  page(step: 1 | -1): void;
  close(): void;
  /** Space; not given where the picture is as large as it can be. */
  enlarge?(): void;
};

/** The keys around an open picture. A control that has the focus keeps Space and Enter for itself. */
export function inspectorKeys({ placed, tools, zoomPan, page, close, enlarge }: InspectorKeys) {
  const actions: Record<string, (() => void) | undefined> = {
    ArrowLeft: () => page(-1),
    ArrowRight: () => page(1),
    Escape: close,
    "+": zoomPan.zoomIn,
    "=": zoomPan.zoomIn,
    "-": zoomPan.zoomOut,
    "0": zoomPan.fit,
    " ": enlarge,
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A dialog inside has its own keys; React would bubble them up to here.
    if (
      !(event.target instanceof Element) ||
      event.currentTarget !== event.target.closest("[data-picture-keys]")
    )
      return;
    if (event.target.closest("textarea, input")) return;
    if (event.key === " " && event.target.closest("button, a")) return;
    const command = imageCommandOf(event);
    const action = actions[event.key];
    if (!command && !action) return;
    event.preventDefault();
    event.stopPropagation();
    action?.();
    if (command) runImageCommand(command, placed, tools);
  };
}
