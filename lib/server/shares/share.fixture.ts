import { shareInputSchema } from "@/lib/domain/share/share";
import { parseInput } from "@/lib/server/http/parse-input";

/** For tests: a share of a session as the dialog sends it, with the schema's defaults. */
export function shareInput(sessionId: string, changes: Record<string, unknown> = {}) {
  return parseInput(shareInputSchema, { sessionId, title: "For the client", ...changes });
}
