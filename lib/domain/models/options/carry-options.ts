import type { ImageModel } from "@/lib/domain/models/image-model";
import type { Chosen } from "./choose-option";
import { withInitialOptions } from "./initial-options";
import { chosenEntries, OPTIONS, type OptionValue, type OptionValues } from "./option";
import { brokenRules, ruleReason } from "./option-rules";
import type { Option } from "./option-schema";
import { optionWords, settingWords } from "./option-words";
import { parseSize, shapeOf } from "./size";
import { sizeValueProblem } from "./size-value";

/** Words of different families for about the same thing, best match first. */
const KINDRED: ReadonlyMap<OptionValue, readonly string[]> = new Map([
  ["hd", ["high"]],
  ["standard", ["medium"]],
  ["low", ["standard"]],
  ["medium", ["standard"]],
  ["high", ["hd", "standard"]],
  ["xhigh", ["high", "hd", "standard"]],
  ["max", ["xhigh", "high", "hd", "standard"]],
  ["svg", ["webp"]],
  ["gif", ["webp"]],
]);

/** Takes options over to another model: what it takes stays, what it calls otherwise is mapped, the rest is dropped. */
export function carryOptions(to: ImageModel, options: OptionValues): Chosen {
  const next: OptionValues = {};
  const notes: string[] = [];
  for (const [name, value] of chosenEntries(options)) {
    const option = to.options[name];
    const carried = option && carryValue(option, value);
    if (carried === undefined)
      notes.push(`${settingWords(name, value)} dropped: ${to.label} does not take it.`);
    else next[name] = carried;
    if (carried !== undefined && carried !== value)
      notes.push(`${settingWords(name, value)} became ${optionWords(carried)}.`);
  }
  // One by one: an option that is reset can be what another one needs.
  for (;;) {
    const [rule] = brokenRules(to, next);
    if (!rule) return { options: withInitialOptions(to, next), notes };
    delete next[rule.option];
    notes.push(`${OPTIONS[rule.option].label} was reset. ${ruleReason(rule)}`);
  }
}

/** The same value, its kin in the other model's words, or undefined when there is none. */
function carryValue(option: Option, value: OptionValue): OptionValue | undefined {
  switch (option.kind) {
    case "choice": {
      const candidates = [String(value), ...(KINDRED.get(value) ?? [])];
      return candidates.find((candidate) => option.values.includes(candidate));
    }
    case "range":
      return typeof value === "number" ? Math.min(option.max, Math.max(option.min, value)) : undefined;
    case "size": {
      if (sizeValueProblem(String(value), option) === null) return value;
      const size = parseSize(String(value));
      if (!size) return undefined;
      return option.presets.find((preset) => {
        const candidate = parseSize(preset);
        return candidate !== null && shapeOf(candidate) === shapeOf(size);
      });
    }
  }
}
