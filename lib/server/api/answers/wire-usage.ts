import "server-only";
import type { Usage } from "@/lib/domain/money/usage";

/** Tokens, in the API's words. */
export type WireUsage = {
  input_tokens: number;
  input_tokens_details: { text_tokens: number; image_tokens: number };
  output_tokens: number;
  total_tokens: number;
};

/** What all calls of a generation used together; null where one of them did not say. */
export function wireUsage(usages: readonly (Usage | null)[]): WireUsage | null {
  const known = usages.filter((usage) => usage !== null);
  if (known.length === 0 || known.length < usages.length) return null;
  const sum = (name: keyof Usage) => known.reduce((total, usage) => total + usage[name], 0);
  const text_tokens = sum("textInputTokens");
  const image_tokens = sum("imageInputTokens");
  const output_tokens = sum("outputTokens");
  const input_tokens = text_tokens + image_tokens;
  return {
    input_tokens,
    input_tokens_details: { text_tokens, image_tokens },
    output_tokens,
    total_tokens: input_tokens + output_tokens,
  };
}
