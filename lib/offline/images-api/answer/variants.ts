import "server-only";

/** Prompts remembered; the one asked for longest ago is forgotten first. */
const PROMPTS_MAX = 1000;

export type Variants = { take(prompt: string, count: number): number[] };

/**
 * Numbers the pictures of each prompt from 0, across requests: four requests with one prompt are
 * four different pictures, and after a fresh start the same four again.
 */
export function createVariants(): Variants {
  const nextByPrompt = new Map<string, number>();
  return {
    take(prompt, count) {
      const first = nextByPrompt.get(prompt) ?? 0;
      nextByPrompt.delete(prompt);
      nextByPrompt.set(prompt, first + count);
      for (const oldest of nextByPrompt.keys()) {
        if (nextByPrompt.size <= PROMPTS_MAX) break;
        nextByPrompt.delete(oldest);
      }
      return Array.from({ length: count }, (_, index) => first + index);
    },
  };
}
