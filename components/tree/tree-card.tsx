import { memo } from "react";
import { DiffText } from "@/components/ui/diff-text";
import type { TreeImage } from "@/lib/domain/gallery/session-tree";
import { excerptOf, promptDiff } from "@/lib/domain/generation/prompt-diff";
import { countWords } from "@/lib/domain/text/count-words";
import { nodeBox } from "./tree-measures";
import type { TreeNode } from "./tree-nodes";

const CARD =
  "absolute cursor-default scroll-m-8 overflow-hidden rounded-md border border-line-strong bg-raised outline-offset-2";
const SELECTED = "aria-selected:border-ink aria-selected:ring-1 aria-selected:ring-ink";

const THUMBS_MAX = 4;

type TreeCardProps = {
  node: TreeNode;
  isActive: boolean;
  onActivate(id: string): void;
};

/** A generation: its pictures, and its words or what changed in them. */
export const TreeCard = memo(function TreeCard({ node, isActive, onActivate }: TreeCardProps) {
  const { id, prompt, images, parentPrompt, column, position, siblingCount } = node;
  const thumbs = images.slice(0, images.length > THUMBS_MAX ? THUMBS_MAX - 1 : THUMBS_MAX);
  const restCount = images.length - thumbs.length;
  const isChanged = parentPrompt !== null && parentPrompt !== prompt;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the tree's.
    <div
      role="treeitem"
      aria-level={column + 1}
      aria-posinset={position}
      aria-setsize={siblingCount}
      aria-selected={isActive}
      {...(node.childIds.length > 0 && { "aria-expanded": true })}
      tabIndex={isActive ? 0 : -1}
      data-node={id}
      {...(isActive && { "data-autofocus": true })}
      style={nodeBox(node)}
      onClick={() => onActivate(id)}
      onFocus={() => onActivate(id)}
      className={`${CARD} ${SELECTED}`}
    >
      <span className="flex h-24 gap-px bg-canvas">
        {thumbs.map((image) => (
          <Thumb key={image.id} image={image} />
        ))}
        {restCount > 0 && (
          <span className="grid min-w-0 flex-1 place-items-center bg-hover font-medium text-caption text-ink-muted">
            +{restCount}
          </span>
        )}
      </span>
      <span dir="auto" className="mx-2 mt-1.5 line-clamp-2 text-caption text-ink-muted">
        {isChanged ? <DiffText parts={excerptOf(promptDiff(parentPrompt, prompt))} /> : prompt}
      </span>
      <span className="sr-only">, {countWords(images.length, "picture")}</span>
    </div>
  );
});

function Thumb({ image }: { image: TreeImage }) {
  const { url } = image;
  return (
    <span className="relative min-w-0 flex-1">
      {url !== null && (
        <img
          src={url}
          alt=""
          decoding="async"
          draggable={false}
          className={`size-full object-cover ${image.isTransparent ? "checkerboard" : ""} ${image.rejected ? "opacity-35" : ""}`}
        />
      )}
      {(image.state === "waiting" || image.state === "developing") && (
        <span
          aria-hidden
          className="absolute bottom-1.5 left-1.5 size-1.5 animate-pulse rounded-full bg-accent"
        />
      )}
    </span>
  );
}
