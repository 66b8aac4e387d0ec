import "server-only";
import * as z from "zod/mini";
import { type JournalledAnswer, journalledAnswerSchema } from "@/lib/domain/generation/journalled-answer";
import type { Storage } from "@/lib/server/ports/storage";

/** An answer as it is on the local disk, without the bytes of its pictures. */
export type SpooledAnswer = { callId: string; answer: JournalledAnswer };

const spooledAnswerSchema = z.object({ callId: z.uuid(), answer: journalledAnswerSchema });
const PLACE = /^answers\/([0-9a-f-]{36})\/answer$/;
const durable = { durable: true };

/**
 * Where finished pictures wait on the local disk while they cannot be stored or journalled: in files that are written
 * in one step and survive a power cut. The bytes come first and the answer last, so that what can be read is whole.
 */
export type AnswerSpool = ReturnType<typeof openAnswerSpool>;

/** @param place on a local disk; nothing else lives in it */
export function openAnswerSpool(place: Storage) {
  const folder = (callId: string) => `answers/${callId}/`;
  const pictureKey = (callId: string, imageId: string) => `${folder(callId)}${imageId}`;
  return {
    async writePicture(callId: string, imageId: string, bytes: Uint8Array): Promise<void> {
      await place.put(pictureKey(callId, imageId), bytes, durable);
    },
    async writeAnswer(spooled: SpooledAnswer): Promise<void> {
      const bytes = new TextEncoder().encode(JSON.stringify(spooled));
      await place.put(`${folder(spooled.callId)}answer`, bytes, durable);
    },
    /** Null: it was never written, or is gone with its answer. */
    readPicture(callId: string, imageId: string): Promise<Uint8Array | null> {
      return place.get(pictureKey(callId, imageId));
    },
    /** The answer goes first: what is left of one that is half removed is not taken for an answer. */
    async remove(callId: string): Promise<void> {
      await place.remove(folder(callId));
    },
    /** What an earlier process left here. What cannot be read is passed over and stays. */
    async readAnswers(onUnreadable: (key: string, error: unknown) => void): Promise<SpooledAnswer[]> {
      const found: SpooledAnswer[] = [];
      for await (const key of place.list("answers/")) {
        if (!PLACE.test(key)) continue;
        try {
          const bytes = await place.get(key);
          if (bytes) found.push(spooledAnswerSchema.parse(JSON.parse(new TextDecoder().decode(bytes))));
        } catch (error) {
          onUnreadable(key, error);
        }
      }
      return found;
    },
    close: () => place.close(),
  };
}
