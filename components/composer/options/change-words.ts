import type { ImageModel } from "@/lib/domain/models/image-model";
import { chosenEntries, type OptionValues } from "@/lib/domain/models/options/option";
import { optionWords, settingWords } from "@/lib/domain/models/options/option-words";

/**
 * What a change of model did to the choices, in one line: "Dropped: Style Vivid, Background Opaque.
 * Quality HD is now High." Values that the form itself had set are nobody's loss and are left out.
 */
export function changeWords(from: ImageModel, before: OptionValues, after: OptionValues): string {
  const chosen = chosenEntries(before).filter(([name, value]) => from.initial[name] !== value);
  const dropped = chosen.filter(([name]) => after[name] === undefined);
  const mapped = chosen.filter(([name, value]) => after[name] !== undefined && after[name] !== value);
  const sentences = mapped.map(
    ([name, value]) => `${settingWords(name, value)} is now ${optionWords(after[name] ?? "default")}.`,
  );
  if (dropped.length > 0) {
    const list = dropped.map(([name, value]) => settingWords(name, value)).join(", ");
    sentences.unshift(`Dropped: ${list}.`);
  }
  return sentences.join(" ");
}
