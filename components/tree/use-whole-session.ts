import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { loadOlderUntil } from "@/lib/client/load-older";
import { refusalWords } from "@/lib/client/refusal-words";

const never = () => false;

/** Loads a session to its beginning; null when it is there, else what to say meanwhile. */
export function useWholeSession(sessionId: string): string | null {
  const queryClient = useQueryClient();
  const [words, setWords] = useState<string | null>("Loading older generations");
  useEffect(() => {
    const abort = new AbortController();
    loadOlderUntil(queryClient, sessionId, never, abort.signal).then(
      () => setWords(null),
      (thrown: unknown) => !abort.signal.aborted && setWords(refusalWords(thrown)),
    );
    return () => abort.abort();
  }, [queryClient, sessionId]);
  return words;
}
