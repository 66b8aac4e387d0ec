import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { showToast } from "@/components/ui/toast-store";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { changeShare, deleteShare } from "@/lib/client/api/share-api";
import type { Share } from "@/lib/domain/share/share";

export type ShareEnding = "revoke" | "delete";

/** Ends a share, and has the list read again before it says so. */
export function useShareEndings(share: Share, onEnded: (ending: ShareEnding) => void) {
  const queryClient = useQueryClient();
  const [isEnding, setIsEnding] = useState(false);
  const end = async (ending: ShareEnding) => {
    if (isEnding) return;
    setIsEnding(true);
    try {
      if (ending === "revoke") await changeShare(share.id, { revoked: true });
      else await deleteShare(share.id);
      onEnded(ending);
      showToast(ending === "revoke" ? "Revoked. The link leads nowhere now." : "Deleted.");
      await queryClient.invalidateQueries({ queryKey: ["shares"] });
    } catch (thrown) {
      showToast(refusalWords(thrown));
    } finally {
      setIsEnding(false);
    }
  };
  return { end, isEnding };
}
