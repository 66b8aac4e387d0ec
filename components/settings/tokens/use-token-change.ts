import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { changeToken } from "@/lib/client/api/token-api";
import type { ApiTokenChange } from "@/lib/domain/tokens/api-token";
import { TOKENS_KEY } from "./use-tokens";

/** Changes a token, and has the list read again before it says that it is done. */
export function useTokenChange(id: string, onDone: () => void) {
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const change = async (wanted: ApiTokenChange) => {
    if (isSending) return;
    setIsSending(true);
    try {
      await changeToken(id, wanted);
      await queryClient.invalidateQueries({ queryKey: TOKENS_KEY });
      onDone();
    } catch (thrown) {
      setProblem(refusalWords(thrown));
      setIsSending(false);
    }
  };
  return { change, problem, setProblem, isSending };
}
