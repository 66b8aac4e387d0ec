import "server-only";
import { AppError } from "@/lib/domain/app-error";
import { readText } from "./body";
import type { AnsweredImage, ProviderEvent } from "./provider";
import type { Watchdog } from "./watchdog";
import { usageOf, usedOf, wireAnswerSchema } from "./wire";

/** Fetches a picture that was answered as an address. */
export type Download = (url: string, signal: AbortSignal) => Promise<Uint8Array>;

/**
 * The answer of a call without streaming: one to ten pictures at once.
 * @throws AppError ended_early when it is not an answer of the Images API
 */
export async function readAnswer(
  response: Response,
  watchdog: Watchdog,
  download: Download,
): Promise<ProviderEvent> {
  const answer = parseAnswer((await Array.fromAsync(readText(response, watchdog))).join(""));
  const used = usedOf(answer);
  const images = answer.data.map(async ({ b64_json, url, revised_prompt }): Promise<AnsweredImage> => {
    const bytes = b64_json ? Buffer.from(b64_json, "base64") : await download(url ?? "", watchdog.signal);
    return { bytes, used, revisedPrompt: revised_prompt ?? null };
  });
  return { type: "answered", images: await Promise.all(images), usage: usageOf(answer.usage) };
}

function parseAnswer(text: string) {
  try {
    return wireAnswerSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new AppError("ended_early", { message: "The provider's answer cannot be read.", cause });
  }
}
