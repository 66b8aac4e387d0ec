import "server-only";
import * as z from "zod";
import type { UsedOptions } from "@/lib/domain/generation/image";
import { wireBill } from "./wire-bill";

/* The Images API's own shapes. snake_case ends in this folder. */

/** As long as the longest prompt, several times over; the database has limits that a provider need not know. */
const TEXT_CHARS_MAX = 100_000;
/** A provider's text as it can be stored: the database takes no NUL and no half characters. */
const storable = (value: string) => value.slice(0, TEXT_CHARS_MAX).toWellFormed().replaceAll("\0", "");

const text = z.string().nullish();
/** What cannot be read of these costs the detail, never the picture. */
const detail = z.string().transform(storable).nullish().catch(null);
const usedShape = { size: detail, quality: detail, background: detail, output_format: detail };

export const wirePartialSchema = z.object({
  type: z.string().regex(/^image_(generation|edit)\.partial_image$/),
  b64_json: z.string(),
  partial_image_index: z.int().nonnegative(),
  ...usedShape,
});

export const wireCompletedSchema = z.object({
  type: z.string().regex(/^image_(generation|edit)\.completed$/),
  b64_json: z.string(),
  revised_prompt: detail,
  usage: wireBill,
  ...usedShape,
});

/** What is not a text where one belongs counts as absent: an error must not hide behind its form. */
const word = z.string().transform(storable).nullable().catch(null).default(null);
const wireErrorSchema = z.object({ message: word, code: word, param: word, type: word });
export type WireError = z.infer<typeof wireErrorSchema>;

/** An error in a body or an event: under `error`, or flat in an event whose type says so. Null: it is none. */
export function readWireError(data: unknown): WireError | null {
  const nested = z.object({ error: wireErrorSchema }).safeParse(data);
  if (nested.success) return nested.data.error;
  const flat = z.looseObject({ type: z.literal("error") }).safeParse(data);
  return flat.success ? wireErrorSchema.parse(flat.data) : null;
}

/** One picture of several that cannot be read must not hide the others. */
const wirePicture = z.object({ b64_json: text, url: text, revised_prompt: detail }).catch({});

export type WirePicture = z.infer<typeof wirePicture>;

/** Three times what can be asked for: pictures beyond that are kept, a flood is not. */
const PICTURES_MAX = 32;

export const wireAnswerSchema = z.object({
  data: z.array(wirePicture).transform((pictures) => pictures.slice(0, PICTURES_MAX)),
  usage: wireBill,
  ...usedShape,
});

type WireUsed = z.infer<z.ZodObject<typeof usedShape>>;

/** What the provider says it used, in the studio's names. */
export function usedOf(wire: WireUsed): UsedOptions {
  return {
    ...(wire.size && { size: wire.size }),
    ...(wire.quality && { quality: wire.quality }),
    ...(wire.background && { background: wire.background }),
    ...(wire.output_format && { outputFormat: wire.output_format }),
  };
}
