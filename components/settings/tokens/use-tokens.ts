import { useQuery } from "@tanstack/react-query";
import { listTokens } from "@/lib/client/api/token-api";

/** Where the list of tokens lies in the query cache. */
export const TOKENS_KEY = ["tokens"];

/** Every token, read anew each time somebody looks. */
export function useTokens() {
  return useQuery({ queryKey: TOKENS_KEY, queryFn: ({ signal }) => listTokens(signal) });
}
