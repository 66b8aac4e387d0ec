import { Maximize2, Repeat2, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { seedOf } from "@/lib/client/commands/run-image-command";
import { placedImage } from "@/lib/client/gallery/gallery-lookup";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { CLOSE_KEY, KEYS, shortcutsOf } from "@/lib/client/keys/keys";
import { useStudio } from "@/lib/client/studio/studio-context";
import { OFFLINE_LABEL, SKETCH } from "@/lib/domain/models/provider-info";
import { countWords } from "@/lib/domain/text/count-words";
import { TreeMap } from "./tree-map";
import { useNodePicture } from "./use-node-picture";
import { useSessionTree } from "./use-session-tree";

/** The session as branches, and what can be done with the generation that has the focus. */
export function TreeView({ onClose }: { onClose(): void }) {
  const { openImageId, openImage, iterate } = useStudio();
  const state = useGallery();
  const ref = useRef<HTMLDivElement>(null);
  const { nodes, isLoading, problem, retry } = useSessionTree();
  const [wantedId, setWantedId] = useState(() => placedImage(state, openImageId)?.generation.id ?? null);
  const active = nodes.find(({ id }) => id === wantedId) ?? nodes[0];

  /** The dialog gives it the focus; where it stands far down the tree, it comes into sight. */
  const isReady = !isLoading;
  useEffect(() => {
    if (!isReady) return;
    const frame = requestAnimationFrame(() =>
      ref.current
        ?.querySelector('[role="treeitem"][tabindex="0"]')
        ?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [isReady]);

  const picture = useNodePicture((placed, action) => {
    onClose();
    if (action === "open") openImage(placed.image.id);
    else iterate(seedOf(placed));
  });
  const nodeOf = (id: string) => nodes.find((node) => node.id === id);
  const open = (id: string) => void picture.act(nodeOf(id), "open");
  const goOn = (id: string) => void picture.act(nodeOf(id), "iterate");
  return (
    <div ref={ref} className="grid h-full grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto]">
      <header className="flex h-12 items-center gap-3 border-line border-b bg-panel pr-2 pl-4">
        <h2 className="min-w-0 truncate font-medium">{state.session.title}</h2>
        <p
          role="status"
          className={`text-ink-muted ${problem === null ? "shrink-0" : "line-clamp-2 min-w-0"}`}
        >
          {problem ?? picture.words ?? (isLoading ? "Loading" : countWords(nodes.length, "generation"))}
        </p>
        {problem !== null && (
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        )}
        {nodes.some(({ isSketch }) => isSketch) && (
          <Badge>
            <span>
              {SKETCH}
              <span className="max-desk:sr-only">{OFFLINE_LABEL.slice(SKETCH.length)}</span>
            </span>
          </Badge>
        )}
        <IconButton
          icon={X}
          label="Close"
          keys={CLOSE_KEY}
          tooltipSide="bottom"
          tooltipAlign="end"
          className="ml-auto"
          onClick={onClose}
        />
      </header>
      {nodes.length === 0 ? (
        <p className="grid place-content-center bg-canvas text-ink-muted">
          {isLoading || problem !== null ? "" : "Branches grow here with the first pictures."}
        </p>
      ) : (
        <TreeMap
          nodes={nodes}
          activeId={active?.id ?? null}
          onActivate={setWantedId}
          onOpen={open}
          onIterate={goOn}
        />
      )}
      <footer className="flex min-h-14 items-center gap-3 border-line border-t bg-panel px-4 py-2 max-desk:flex-wrap">
        <p dir="auto" className="line-clamp-2 min-w-0 flex-1 text-pretty text-ink-muted max-desk:basis-full">
          {active?.prompt}
        </p>
        <Button
          icon={Maximize2}
          aria-keyshortcuts={shortcutsOf(KEYS.tree.open)}
          disabled={!active}
          onClick={() => active && open(active.id)}
        >
          Open
        </Button>
        <Button
          icon={Repeat2}
          aria-keyshortcuts={shortcutsOf(KEYS.tree.iterate)}
          disabled={!active}
          onClick={() => active && goOn(active.id)}
        >
          Iterate
        </Button>
      </footer>
    </div>
  );
}
