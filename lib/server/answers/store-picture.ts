import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { originalKey } from "@/lib/domain/generation/picture-address";
import type { Services } from "@/lib/server/services";
import type { AnswerSpool } from "./answer-spool";
import { fetchAddress } from "./fetch-address";
import type { HeldAnswer, HeldPicture } from "./held-answer";

/** What an answer is brought further with. */
export type AnswerTools = Pick<Services, "database" | "storage" | "providers" | "workerId"> & {
  spool: AnswerSpool | null;
};

/**
 * Stores the original of a picture, untouched and durable, from wherever it is now. Where it is nowhere any more, that
 * is found out when it is to be shown.
 * @throws what the storage or the address threw; `waitsFor` says which
 */
export async function storePicture(
  tools: AnswerTools,
  held: HeldAnswer,
  picture: HeldPicture,
): Promise<void> {
  const { imageId, url } = picture.answered;
  try {
    picture.bytes ??= (await tools.spool?.readPicture(held.callId, imageId)) ?? null;
    // Another process may have fetched and stored it before it died.
    const isStored = url && held.isResumed && (await isInStorage(tools, imageId));
    if (url && !picture.bytes && !isStored) await fetchFrom(tools, held, picture, url);
    if (picture.bytes) {
      picture.waitsFor = "storage";
      await tools.storage.put(originalKey(imageId), picture.bytes, { durable: true });
    }
    picture.waitsFor = null;
    picture.state = "stored";
  } catch (error) {
    picture.waitsFor ??= "storage";
    throw error;
  }
}

async function isInStorage({ storage }: AnswerTools, imageId: string): Promise<boolean> {
  const opened = await storage.open(originalKey(imageId));
  await opened?.stream().cancel();
  return opened !== null;
}

async function fetchFrom(
  { providers }: AnswerTools,
  held: HeldAnswer,
  picture: HeldPicture,
  url: string,
): Promise<void> {
  picture.waitsFor = "address";
  const provider = providers.find(({ id }) => id === held.answer.providerId) ?? providers[0];
  try {
    picture.bytes = await fetchAddress(provider, url, new Date(held.answer.answeredAt));
    // What is on the local disk does not have them yet.
    held.isSpooled = false;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    picture.lost = error;
  }
}
