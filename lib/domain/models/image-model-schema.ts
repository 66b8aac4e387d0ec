import * as z from "zod/mini";
import { optionNameSchema, optionSchema } from "@/lib/domain/models/options/option-schema";

const optionsSchema = z.partialRecord(optionNameSchema, optionSchema);

/** "`option` (with one of `values`, or any) needs `needs` to be one of `oneOf`." */
const ruleSchema = z.strictObject({
  option: optionNameSchema,
  values: z.nullable(z.readonly(z.array(z.string()))),
  needs: optionNameSchema,
  oneOf: z.readonly(z.array(z.string()).check(z.minLength(1))),
});
export type OptionRule = z.infer<typeof ruleSchema>;

const usd = z.number().check(z.nonnegative());
const tokens = z.number().check(z.nonnegative());

/** Output tokens of a picture: as listed for about a megapixel of each shape, or by the formula of `formulaTokens`. */
const imageTokensSchema = z.union([
  z.strictObject({ square: tokens, tall: tokens, wide: tokens }),
  /** The quality's factor; its two ends are apart where it was measured and not fitted. */
  z.strictObject({ factorMin: z.int().check(z.positive()), factorMax: z.int().check(z.positive()) }),
]);
export type ImageTokens = z.infer<typeof imageTokensSchema>;

const pricesSchema = z.discriminatedUnion("unit", [
  /** US dollars an image, by quality, then by size. */
  z.strictObject({
    unit: z.literal("image"),
    usd: z.record(z.string(), z.record(z.string(), usd)),
    source: z.string(),
    asOf: z.iso.date(),
  }),
  /** US dollars per million tokens, and how many tokens a picture takes, by quality. */
  z.strictObject({
    unit: z.literal("token"),
    textInUsd: usd,
    imageInUsd: usd,
    imageOutUsd: usd,
    imageTokens: z.record(z.string(), imageTokensSchema),
    partialTokens: z.int().check(z.nonnegative()),
    source: z.string(),
    asOf: z.iso.date(),
  }),
  z.strictObject({ unit: z.literal("unknown") }),
]);
export type Prices = z.infer<typeof pricesSchema>;

const lifecycleSchema = z.strictObject({
  /** The day the vendor stops serving it; compatible servers may go on. Null: none announced. */
  shutdownOn: z.nullable(z.iso.date()),
  successor: z.nullable(z.string()),
  source: z.string(),
});

/** One row of the table: everything the studio knows about a model. */
export const imageModelSchema = z.strictObject({
  label: z.string().check(z.minLength(1)),
  /** Who made it; the prefix that some gateways want before the id. */
  vendor: z.string().check(z.minLength(1)),
  summary: z.string(),
  /** `images`: the Images API; `chat`: a multimodal model, asked through chat completions. */
  endpoint: z._default(z.enum(["images", "chat"]), "images"),
  promptCharsMax: z.int().check(z.positive()),
  imagesPerCallMax: z.int().check(z.gte(1), z.lte(10)),
  /** Output formats of which a call gives one picture, whatever `imagesPerCallMax` says. */
  singleFormats: z._default(z.readonly(z.array(z.string())), []),
  /** Takes `response_format`; the others always answer with base64. */
  takesResponseFormat: z.boolean(),
  options: optionsSchema,
  /** What the form starts with where it is not the provider's default. */
  initial: z.partialRecord(optionNameSchema, z.union([z.string(), z.number()])),
  rules: z.readonly(z.array(ruleSchema)),
  prices: pricesSchema,
  lifecycle: lifecycleSchema,
});

export type ImageModelRow = z.infer<typeof imageModelSchema>;
