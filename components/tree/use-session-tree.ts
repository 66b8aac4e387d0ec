import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { requestJson } from "@/lib/client/api/request-json";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import type { SessionTree } from "@/lib/domain/gallery/session-tree";
import { treeNodesOf } from "./tree-nodes";

const NOTHING: SessionTree = { generations: [], images: [] };

/**
 * The branches of the open session: what the gallery knows at once, all of it with one read each time
 * the tree is looked at, and live from then on.
 */
export function useSessionTree() {
  const state = useGallery();
  const sessionId = state.session.id;
  const { data, error, refetch } = useQuery({
    queryKey: ["tree", sessionId],
    queryFn: ({ signal }) => requestJson<SessionTree>(`/api/sessions/${sessionId}/tree`, { signal }),
    gcTime: 0,
    retry: false,
  });
  const nodes = useMemo(() => treeNodesOf(data ?? NOTHING, state), [data, state]);
  const problem = error && !data ? refusalWords(error) : null;
  return { nodes, isLoading: !data && problem === null, problem, retry: () => void refetch() };
}
