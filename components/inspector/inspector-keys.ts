import type { KeyboardEvent } from "react";
import type { ZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import type { ImageCommand } from "@/lib/client/commands/image-commands";
import { runImageCommand } from "@/lib/client/commands/run-image-command";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import { actionOf, KEYS } from "@/lib/client/keys/keys";
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
  const command = (name: ImageCommand) => () => runImageCommand(name, placed, tools);
  const actions: Record<keyof typeof KEYS.inspector, (() => void) | undefined> = {
    previous: () => page(-1),
    next: () => page(1),
    close,
    zoomIn: zoomPan.zoomIn,
    zoomOut: zoomPan.zoomOut,
    fit: zoomPan.fit,
    enlarge,
    favourite: command("favourite"),
    reject: command("reject"),
    iterate: command("iterate"),
    download: command("download"),
    delete: command("delete"),
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    // A dialog inside has its own keys; React would bubble them up to here.
    if (
      !(event.target instanceof Element) ||
      event.currentTarget !== event.target.closest("[data-picture-keys]")
    )
      return;
    if (event.target.closest("textarea, input")) return;
    if (event.key === " " && event.target.closest("button, a")) return;
    const name = actionOf(KEYS.inspector, event);
    const run = name && actions[name];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
}
