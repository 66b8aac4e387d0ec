import "server-only";
import * as z from "zod";
import type { Usage } from "@/lib/domain/money/usage";

/** What an answer tells of its price: counted tokens, and what the provider says it charged. */
export type Bill = { usage: Usage | null; costUsd: number | null };

/** Far above what any call takes: what lies beyond is no count. */
const TOKENS_MAX = 10_000_000;
const COST_USD_MAX = 1_000;
/** xAI counts what it charged in ten-thousand-millionths of a dollar. */
const TICKS_PER_USD = 1e10;

const tokens = z.int().nonnegative().max(TOKENS_MAX);
const usageSchema = z.object({
  input_tokens: tokens,
  // A picture takes some: servers that do not count send zeros.
  output_tokens: tokens.positive(),
  input_tokens_details: z.object({ text_tokens: tokens.nullish(), image_tokens: tokens.nullish() }).nullish(),
});
const usd = z.number().nonnegative().max(COST_USD_MAX);
const costSchema = z.object({
  cost: usd.nullish().catch(null),
  cost_in_usd_ticks: z
    .number()
    .transform((ticks) => ticks / TICKS_PER_USD)
    .pipe(usd)
    .nullish()
    .catch(null),
});

/** What cannot be true of a usage costs the figure, never the picture: the call then counts at its estimate. */
export const wireBill = z
  .unknown()
  .default(null)
  .transform((wire): Bill => ({ usage: usageOf(wire), costUsd: costOf(wire) }));

/** The same in chat's names: pictures are part of the completion. */
const chatUsageSchema = z.object({
  prompt_tokens: tokens,
  completion_tokens: tokens.positive(),
  prompt_tokens_details: z.object({ image_tokens: tokens.nullish() }).nullish().catch(null),
});

/** As `wireBill`, for chat completions. */
export const chatBill = z
  .unknown()
  .default(null)
  .transform((wire): Bill => ({ usage: chatUsageOf(wire), costUsd: costOf(wire) }));

function chatUsageOf(wire: unknown): Usage | null {
  const usage = chatUsageSchema.safeParse(wire).data;
  if (!usage) return null;
  const imageInputTokens = Math.min(usage.prompt_tokens_details?.image_tokens ?? 0, usage.prompt_tokens);
  return {
    textInputTokens: usage.prompt_tokens - imageInputTokens,
    imageInputTokens,
    outputTokens: usage.completion_tokens,
  };
}

/** Tokens by kind; where the provider gives no details, all input counts as text. */
function usageOf(wire: unknown): Usage | null {
  const usage = usageSchema.safeParse(wire).data;
  if (!usage) return null;
  const details = usage.input_tokens_details;
  return {
    textInputTokens: details?.text_tokens ?? usage.input_tokens,
    imageInputTokens: details?.image_tokens ?? 0,
    outputTokens: usage.output_tokens,
  };
}

function costOf(wire: unknown): number | null {
  const given = costSchema.safeParse(wire).data;
  return given?.cost ?? given?.cost_in_usd_ticks ?? null;
}
