import type { Generation } from "@/lib/domain/generation/generation";
import type { CompletedImage } from "@/lib/domain/generation/image";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { OPTION_NAMES, OPTIONS } from "@/lib/domain/models/options/option";

/** One option as it was asked for and as the provider says it was used; `used` is null where it says nothing else. */
export type OptionFact = { label: string; asked: string; used: string | null };

/**
 * The options behind a picture, in the form's order: what was chosen, and what the provider names.
 * @param model its row, for the defaults behind what was not chosen; null where it is not known
 */
export function optionFacts(
  { options }: Pick<Generation, "options">,
  used: CompletedImage["used"],
  model: ImageModel | null,
): OptionFact[] {
  return OPTION_NAMES.flatMap((name) => {
    const named = used[name];
    if (options[name] === undefined && named === undefined) return [];
    const asked = String(options[name] ?? model?.options[name]?.default ?? "default");
    return [{ label: OPTIONS[name].label, asked, used: named === asked ? null : (named ?? null) }];
  });
}
