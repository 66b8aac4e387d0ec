import * as z from "zod/mini";
import { OPTION_NAMES } from "./option";

export const optionNameSchema = z.enum(OPTION_NAMES);

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
