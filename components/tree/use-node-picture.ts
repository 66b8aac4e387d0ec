import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { cachedGallery } from "@/lib/client/gallery/gallery-cache";
import type { PlacedImage } from "@/lib/client/gallery/gallery-lookup";
import { loadThrough } from "@/lib/client/gallery/load-through";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { firstImageOf, type TreeNode } from "./tree-nodes";

/** What can be done with a node of the tree. */
type NodeAction = "open" | "iterate";

/**
 * Loads the picture of a node, then gives it to `take`; `words` say what is wrong, or that it takes
 * its time. Of two wishes the later one counts.
 */
export function useNodePicture(take: (placed: PlacedImage, action: NodeAction) => void) {
  const { session } = useGallery();
  const queryClient = useQueryClient();
  const [words, setWords] = useState<string | null>(null);
  const underWay = useRef<AbortController>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const act = async (node: TreeNode | undefined, action: NodeAction) => {
    const image = node && firstImageOf(node);
    if (!image) return;
    underWay.current?.abort();
    const abort = new AbortController();
    underWay.current = abort;
    setWords("Loading the picture");
    try {
      const placed = await loadThrough(cachedGallery(queryClient, session.id), image.id, abort.signal);
      if (abort.signal.aborted) return;
      if (placed) take(placed, action);
      else setWords("That picture is not there any more.");
    } catch (thrown) {
      if (!abort.signal.aborted) setWords(refusalWords(thrown));
    }
  };
  return { words, act };
}
