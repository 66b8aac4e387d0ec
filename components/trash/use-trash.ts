import { useQuery, useQueryClient } from "@tanstack/react-query";
import { showToast } from "@/components/ui/toast-store";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { requestJson } from "@/lib/client/api/request-json";
import { updateImages } from "@/lib/client/api/studio-api";
import { putRows } from "@/lib/client/gallery/gallery-cache";
import type { Trash } from "@/lib/domain/gallery/trash";
import { countWords } from "@/lib/domain/text/count-words";

/** What was deleted of a session, and the way back for it. */
export function useTrash(sessionId: string) {
  const queryClient = useQueryClient();
  const queryKey = ["trash", sessionId];
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => requestJson<Trash>(`/api/sessions/${sessionId}/trash`, { signal }),
    gcTime: 0,
    retry: false,
  });
  const restore = async (ids: string[]) => {
    try {
      const images = await updateImages(ids, { deleted: false });
      putRows(queryClient, images);
      showToast(`Brought back ${countWords(images.length, "picture")}.`);
    } catch (thrown) {
      showToast(refusalWords(thrown));
    }
    await queryClient.invalidateQueries({ queryKey });
  };
  return {
    trash: data ?? null,
    problem: error && !data ? refusalWords(error) : null,
    retry: () => void refetch(),
    restore,
  };
}
