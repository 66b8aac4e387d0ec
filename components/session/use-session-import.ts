import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { showToast } from "@/components/ui/toast-store";
import { useStoreValue } from "@/lib/client/store/create-store";
import { importStore } from "./import-store";

/** The import under way, if any. What arrives opens at once if the person watches; else a line offers to. */
export function useSessionImport(open: (sessionId: string) => void, isWatched: boolean) {
  const queryClient = useQueryClient();
  useEffect(() => {
    importStore.setOnArrival(({ id, title }) => {
      void queryClient.invalidateQueries({ queryKey: ["sessions"] });
      if (isWatched) open(id);
      else showToast(`Imported “${title}”.`, { label: "Open", run: () => open(id) });
    });
  }, [queryClient, open, isWatched]);
  return useStoreValue(importStore.states);
}
