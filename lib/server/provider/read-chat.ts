import "server-only";
import * as z from "zod";
import { AppError } from "@/lib/domain/errors/app-error";
import type { ProviderEvent } from "@/lib/server/ports/provider";
import { openBody } from "./bodies/body";
import { parseJson } from "./bodies/parse-json";
import { lateError } from "./provider-error";
import { readPicture } from "./read-answer";
import { redact } from "./redact";
import type { Watchdog } from "./watchdog";
import { readWireError } from "./wire";
import { chatBill } from "./wire-bill";

/** Words of a refusal that are shown. */
const WORDS_CHARS_MAX = 400;
/** More pictures than any call is asked for; what lies beyond is not fetched. */
const PICTURES_MAX = 16;

/** Before bytes that came without an address. */
const BYTES = "b64_json:";

/** An address, bare or in an object, under either name. */
const addressSchema = z.union([
  z.string(),
  z
    .object({ image_url: z.union([z.string(), z.object({ url: z.string() })]) })
    .transform(({ image_url }) => (typeof image_url === "string" ? image_url : image_url.url)),
  z.object({ url: z.string() }).transform(({ url }) => url),
  z.object({ b64_json: z.string() }).transform(({ b64_json }) => `${BYTES}${b64_json}`),
]);
/** One that cannot be read must not hide the others. */
const addresses = z.array(addressSchema.nullable().catch(null)).nullish().catch(null);
const partSchema = z.object({ text: z.string().nullish().catch(null) }).and(z.unknown());
const messageSchema = z.object({
  images: addresses,
  image: addressSchema.nullish().catch(null),
  content: z
    .union([z.string(), z.array(z.unknown())])
    .nullish()
    .catch(null),
  refusal: z.string().nullish().catch(null),
});
const answerSchema = z.object({
  choices: z.array(z.object({ message: messageSchema })).min(1),
  usage: chatBill,
});
type Message = z.infer<typeof messageSchema>;

/**
 * The answer of a multimodal model, in each of the shapes that servers have (providers.md, section 8). Words without a
 * picture are a refusal or a question: they are what the error says. A picture that came is kept whatever stands beside it.
 * @throws AppError answered_in_words; ended_early when it is no answer of chat completions
 */
export async function readChatAnswer(
  response: Response,
  watchdog: Watchdog,
  secrets: readonly string[],
): Promise<ProviderEvent> {
  using body = openBody(response, watchdog);
  const data = parseJson((await Array.fromAsync(body.text())).join(""));
  const answer = answerSchema.safeParse(data);
  if (!answer.success) {
    const failed = readWireError(data);
    if (failed) throw lateError(failed, secrets);
    throw new AppError("ended_early", {
      message: "The provider's answer cannot be read.",
      cause: answer.error,
    });
  }
  const messages = answer.data.choices.map(({ message }) => message);
  const found = [...new Set(messages.flatMap(addressesOf))].slice(0, PICTURES_MAX);
  if (found.length === 0) throw inWords(messages, secrets);
  const images = found.map((address) =>
    readPicture(
      address.startsWith(BYTES) ? { b64_json: address.slice(BYTES.length) } : { url: address },
      body,
      {},
    ),
  );
  return { type: "answered", images, ...answer.data.usage };
}

/** First what is named a picture, then what the words hold. */
function addressesOf({ images, image, content }: Message): string[] {
  const named = [...(images ?? []), image].filter((address) => typeof address === "string");
  if (named.length > 0) return named;
  if (typeof content === "string") return addressesIn(content);
  return (content ?? []).flatMap((part) => {
    const address = addressSchema.safeParse(part).data;
    if (address !== undefined && typeof part !== "string") return [address];
    const text = partSchema.safeParse(part).data?.text;
    return text ? addressesIn(text) : [];
  });
}

/** A data address anywhere, or a link of a Markdown picture. */
function addressesIn(text: string): string[] {
  const data = text.match(/data:image\/[\w.+-]+;base64,[A-Za-z0-9+/=]+/g) ?? [];
  if (data.length > 0) return data;
  return [...text.matchAll(/!\[[^\]]*\]\((https:\/\/[^\s)]+)\)/g)].flatMap(([, url]) => (url ? [url] : []));
}

function inWords(messages: readonly Message[], secrets: readonly string[]): AppError {
  const words = messages.map(wordsOf).filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
  if (!words) return new AppError("answered_in_words");
  const shown = redact(words, secrets).slice(0, WORDS_CHARS_MAX).toWellFormed();
  return new AppError("answered_in_words", {
    message: `The model answered in words and drew nothing: “${shown}”`,
  });
}

function wordsOf({ content, refusal }: Message): string {
  if (refusal) return refusal;
  if (typeof content === "string") return content;
  return (content ?? []).map((part) => partSchema.safeParse(part).data?.text ?? "").join(" ");
}
