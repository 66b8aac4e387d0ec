import { type KeyboardEvent, type RefObject, useMemo, useRef } from "react";
import { focusFirst } from "@/components/ui/focus";
import { actionOf, KEYS } from "@/lib/client/keys/keys";
import type { ItemBox } from "@/lib/client/layout/spatial-move";
import { TreeCard } from "./tree-card";
import { treeMove } from "./tree-layout";
import { edgePath, extentOf, nodeBox } from "./tree-measures";
import type { TreeNode } from "./tree-nodes";
import { useViewport } from "./use-viewport";

type TreeMapProps = {
  nodes: readonly TreeNode[];
  activeId: string | null;
  onActivate(id: string): void;
  onOpen(id: string): void;
  onIterate(id: string): void;
};

/** The branches. Only what is near the part that is seen exists, and the node that has the focus. */
export function TreeMap({ nodes, activeId, onActivate, onOpen, onIterate }: TreeMapProps) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const viewport = useViewport(scrollerRef);
  const extent = useMemo(() => extentOf(nodes), [nodes]);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const shown = nodes.filter((node) => node.id === activeId || meets(viewport, nodeBox(node)));
  const edges = nodes.flatMap((node) => {
    const parent = node.parentId === null ? undefined : byId.get(node.parentId);
    if (!parent || !meets(viewport, spanOf(nodeBox(parent), nodeBox(node)))) return [];
    return [{ id: node.id, path: edgePath(nodeBox(parent), nodeBox(node)) }];
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const action = actionOf(KEYS.tree, event);
    if (activeId === null || action === null) return;
    if (action === "open") onOpen(activeId);
    else if (action === "iterate") onIterate(activeId);
    else {
      const next = treeMove(nodes, activeId, action);
      if (next !== null) {
        onActivate(next);
        focusNode(scrollerRef, next);
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={scrollerRef} className="min-h-0 overflow-auto overscroll-contain bg-canvas">
      <div
        role="tree"
        aria-label="Branches of the session"
        onKeyDown={onKeyDown}
        onDoubleClick={({ target }) => {
          const node = target instanceof Element && target.closest<HTMLElement>("[data-node]");
          if (node) onOpen(node.dataset.node ?? "");
        }}
        style={extent}
        className="relative"
      >
        <svg aria-hidden="true" {...extent} className="pointer-events-none absolute inset-0">
          {edges.map(({ id, path }) => (
            <path key={id} d={path} fill="none" strokeWidth={1.5} className="stroke-line-heavy" />
          ))}
        </svg>
        {shown.map((node) => (
          <TreeCard key={node.id} node={node} isActive={node.id === activeId} onActivate={onActivate} />
        ))}
      </div>
    </div>
  );
}

/** The node may only come into being with the next rendering. */
function focusNode(scrollerRef: RefObject<HTMLElement | null>, id: string): void {
  requestAnimationFrame(() => {
    const selector = `[data-node="${CSS.escape(id)}"]`;
    const node = focusFirst(scrollerRef.current, selector, { preventScroll: true });
    node?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}

function meets(a: ItemBox, b: ItemBox): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

function spanOf(a: ItemBox, b: ItemBox): ItemBox {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const right = Math.max(a.left + a.width, b.left + b.width);
  const bottom = Math.max(a.top + a.height, b.top + b.height);
  return { left, top, width: right - left, height: bottom - top };
}
