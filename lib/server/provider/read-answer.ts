import "server-only";
import { AppError, toAppError } from "@/lib/domain/errors/app-error";
import type { AnsweredImage, ProviderEvent } from "@/lib/server/ports/provider";
import { readText } from "./body";
import { parseJson } from "./parse-json";
import { lateError } from "./provider-error";
import type { Watchdog } from "./watchdog";
import { readWireError, usedOf, wireAnswerSchema } from "./wire";

/** Fetches a picture that was answered as an address. */
export type Download = (url: string) => Promise<Uint8Array>;

/**
 * The answer of a call without streaming: one to ten pictures at once. They are paid for, so one
 * that cannot be had does not take the others along, and no deadline or cancel of the call ends a
 * download that has its own.
 * @throws AppError ended_early when it is not an answer of the Images API
 */
export async function readAnswer(
  response: Response,
  watchdog: Watchdog,
  download: Download,
  secrets: readonly string[],
): Promise<ProviderEvent> {
  const answer = parseAnswer((await Array.fromAsync(readText(response, watchdog))).join(""), secrets);
  const used = usedOf(answer);
  const images = answer.data.map(async ({ b64_json, url, revised_prompt }): Promise<AnsweredImage> => {
    try {
      const bytes = b64_json ? Buffer.from(b64_json, "base64") : await download(url ?? "");
      return { type: "picture", bytes, used, revisedPrompt: revised_prompt ?? null };
    } catch (thrown) {
      return { type: "lost", error: toAppError(thrown, "picture_lost") };
    }
  });
  return { type: "answered", images: await Promise.all(images), ...answer.usage };
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
