import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { UsedOptions } from "@/lib/domain/generation/image";
import type { AnsweredImage, ProviderEvent } from "@/lib/server/ports/provider";
import { type Body, openBody } from "./bodies/body";
import { parseJson } from "./bodies/parse-json";
import { lateError } from "./provider-error";
import type { Watchdog } from "./watchdog";
import { readWireError, usedOf, type WirePicture, wireAnswerSchema } from "./wire";

/** Longer than any signature makes it. */
const ADDRESS_CHARS_MAX = 8_192;

/**
 * The answer of a call without streaming: one to ten pictures at once. They are paid for, so one that cannot be had
 * does not take the others along. Addresses are fetched later, when the journal has them.
 * @throws AppError ended_early when it is not an answer of the Images API
 */
export async function readAnswer(
  response: Response,
  watchdog: Watchdog,
  secrets: readonly string[],
): Promise<ProviderEvent> {
  using body = openBody(response, watchdog);
  const answer = parseAnswer((await Array.fromAsync(body.text())).join(""), secrets);
  const used = usedOf(answer);
  const images = answer.data.map((picture) => readPicture(picture, body, used));
  return { type: "answered", images, ...answer.usage };
}

/** A picture of an answer: its bytes, or the address where they are. */
export function readPicture(
  { b64_json, url, revised_prompt }: WirePicture,
  body: Body,
  used: UsedOptions,
): AnsweredImage {
  const words = { used, revisedPrompt: revised_prompt ?? null };
  if (b64_json) return { type: "picture", bytes: body.take(b64_json), ...words };
  if (url?.startsWith("data:")) {
    return { type: "picture", bytes: Buffer.from(url.slice(url.indexOf(",") + 1), "base64"), ...words };
  }
  if (url && isAddress(url)) return { type: "address", url, ...words };
  return { type: "lost", error: new AppError("picture_lost") };
}

function isAddress(url: string): boolean {
  return url.length <= ADDRESS_CHARS_MAX && /^https?:/i.test(url) && URL.canParse(url);
}

function parseAnswer(text: string, secrets: readonly string[]) {
  const data = parseJson(text);
  const answer = wireAnswerSchema.safeParse(data);
  if (answer.success) return answer.data;
  const failed = readWireError(data);
  if (failed) throw lateError(failed, secrets);
  throw new AppError("ended_early", {
    message: "The provider's answer cannot be read.",
    cause: answer.error,
  });
}
