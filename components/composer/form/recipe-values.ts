import type { OptionValues } from "@/lib/domain/models/options/option";

/** What the form holds. `options` has explicit choices only; absent means the provider's default. */
export type RecipeValues = { prompt: string; options: OptionValues; imageCount: number };
