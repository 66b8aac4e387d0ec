import * as z from "zod/mini";

/**
 * Every option a model can take: its label in the form and its name on the wire.
 * The set is closed: a new parameter of the API is one line here, then a value in the rows that take it.
 */
export const OPTIONS = {
  size: { label: "Size", wire: "size" },
  quality: { label: "Quality", wire: "quality" },
  style: { label: "Style", wire: "style" },
  background: { label: "Background", wire: "background" },
  complexity: { label: "Complexity", wire: "complexity" },
  outputFormat: { label: "Output format", wire: "output_format" },
  compression: { label: "Compression", wire: "output_compression" },
  moderation: { label: "Moderation", wire: "moderation" },
  partials: { label: "Partial previews", wire: "partial_images" },
} as const satisfies Record<string, { label: string; wire: string }>;

export type OptionName = keyof typeof OPTIONS;

const names = z.enum([
  "size",
  "quality",
  "style",
  "background",
  "complexity",
  "outputFormat",
  "compression",
  "moderation",
  "partials",
]) satisfies z.ZodMiniType<OptionName>;

export const optionNameSchema = names;

/** All option names, in the order in which the form and the docs show them. */
export const OPTION_NAMES: readonly OptionName[] = names.options;

/** What a free size must obey: edges in pixels, ratio as longest edge over shortest. */
export const sizeRuleSchema = z.strictObject({
  multipleOf: z.int().check(z.positive()),
  ratioMax: z.number().check(z.gte(1)),
  edgeMaxPx: z.int().check(z.positive()),
  pixelsMin: z.int().check(z.positive()),
  pixelsMax: z.int().check(z.positive()),
});
export type SizeRule = z.infer<typeof sizeRuleSchema>;

const choice = z.strictObject({
  kind: z.literal("choice"),
  values: z.readonly(z.array(z.string().check(z.minLength(1))).check(z.minLength(1))),
  default: z.string(),
});
const range = z.strictObject({
  kind: z.literal("range"),
  min: z.int(),
  max: z.int(),
  default: z.int(),
});
const size = z.strictObject({
  kind: z.literal("size"),
  presets: z.readonly(z.array(z.string().check(z.regex(/^(auto|\d+x\d+)$/))).check(z.minLength(1))),
  custom: z.nullable(sizeRuleSchema),
  default: z.string(),
});

/**
 * An option of one model, by kind. `default` is what the provider does when the option is absent,
 * so an option that nobody touched is not sent.
 */
export const optionSchema = z.discriminatedUnion("kind", [choice, range, size]);
export type Option = z.infer<typeof optionSchema>;
export type ChoiceOption = z.infer<typeof choice>;
export type RangeOption = z.infer<typeof range>;
export type SizeOption = z.infer<typeof size>;

export type OptionValue = string | number;
/** Chosen values by option name. Absent means: the provider's default. */
export type OptionValues = { [name in OptionName]?: OptionValue };

/** The options that have a value, in the form's order. */
export function chosenEntries(options: OptionValues): [OptionName, OptionValue][] {
  return OPTION_NAMES.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [[name, value] satisfies [OptionName, OptionValue]];
  });
}
