import * as z from "zod/mini";

/**
 * How a server speaks the Images API, as data: what differs between servers is a field here, so that a new server is
 * a row and no code. Whatever shape errors, usage and answers come in is always read; what is listed is what is sent.
 */
export const dialectSchema = z.strictObject({
  /** Where pictures are asked for, behind the base address. */
  route: z.string().check(z.regex(/^\/[\w/-]*$/)),
  /** Where multimodal models are asked. */
  chatRoute: z.string().check(z.regex(/^\/[\w/-]*$/)),
  /** Where edits go: an address of their own, the one of pictures, or nowhere. */
  editsRoute: z.string().check(z.regex(/^(same|none|\/[\w/-]*)$/)),
  /** How reference images travel. */
  editBody: z.enum(["multipart", "json-images", "input-references", "generation-image"]),
  /** The name of a reference in a form: once, with brackets for several, or repeated without. */
  imageField: z.enum(["image", "image[]", "repeated"]),
  /** Reference images a call, whatever the model takes; null: as the model's row says. */
  referencesMax: z.nullable(z.int().check(z.nonnegative())),
  sizeAs: z.enum(["pixels", "ratio-and-tier", "width-and-height"]),
  /** What of a mask may change: where it is transparent, where it is white; or masks are ignored, or refused. */
  mask: z.enum(["alpha", "white", "ignored", "none"]),
  markup: z.boolean(),
  /** Whether pictures develop: with previews, only the finished one, as the answer's type says, or not at all. */
  stream: z.enum(["partials", "completed", "by-content-type", "none"]),
  /** `row`: sent where the model takes it; otherwise always, or never. */
  responseFormat: z.enum(["row", "b64_json", "base64", "omit"]),
  /** Whether a bare id gets its vendor in front. */
  idPrefix: z.enum(["none", "vendor"]),
  /** Options that the server refuses, by their names on the wire. */
  refuses: z.readonly(z.array(z.string())),
});
export type Dialect = z.infer<typeof dialectSchema>;

const openai: Dialect = {
  route: "/images/generations",
  chatRoute: "/chat/completions",
  editsRoute: "/images/edits",
  editBody: "multipart",
  imageField: "image[]",
  referencesMax: null,
  sizeAs: "pixels",
  mask: "alpha",
  markup: true,
  stream: "partials",
  responseFormat: "row",
  idPrefix: "none",
  refuses: [],
};

/** Three that cover most servers (providers.md, section 7). A row names one, and what differs from it. */
export const DIALECTS = {
  openai,
  openrouter: {
    ...openai,
    route: "/images",
    editsRoute: "same",
    editBody: "input-references",
    sizeAs: "ratio-and-tier",
    mask: "none",
    markup: false,
    stream: "by-content-type",
    responseFormat: "omit",
    idPrefix: "vendor",
    refuses: ["moderation"],
  },
  local: {
    ...openai,
    stream: "none",
    mask: "white",
    markup: false,
    responseFormat: "b64_json",
    refuses: ["moderation", "background", "complexity"],
  },
} as const satisfies Record<string, Dialect>;
