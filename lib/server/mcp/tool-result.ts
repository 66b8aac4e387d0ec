import "server-only";
import type { CallToolResult } from "@modelcontextprotocol/server";
import { toRefusal } from "@/lib/server/api/errors/to-refusal";

/** What every answer says of money: dollars that this call cost, 0 for reading; null where nobody knows. */
type Costs = { cost_usd: number | null };
type Content = CallToolResult["content"];

/**
 * A tool's answer: its facts for programs, and the same as text for models that read nothing else.
 * @param shown pictures and links beside it
 */
export function toolResult(facts: Costs & Record<string, unknown>, shown: Content = []): CallToolResult {
  return { content: [{ type: "text", text: JSON.stringify(facts) }, ...shown], structuredContent: facts };
}

/** A refusal or a failure, in words that a model can act on. Nothing else of a fault leaves. */
export function toolError(thrown: unknown): CallToolResult {
  const { message, param, code } = toRefusal(thrown).refusal;
  const where = param === null ? "" : ` (parameter: ${param})`;
  return { isError: true, content: [{ type: "text", text: `${message}${where} [${code}]` }] };
}
