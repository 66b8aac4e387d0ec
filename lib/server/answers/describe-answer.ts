import "server-only";
import { v7 as uuidv7 } from "uuid";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import type { AnsweredPicture, JournalledAnswer } from "@/lib/domain/generation/journalled-answer";
import type { ImageModel } from "@/lib/domain/models/image-model";
import { actualCostUsd } from "@/lib/domain/money/actual-cost";
import type { GenerationRow } from "@/lib/server/db/queries/generations";
import type { CallRow } from "@/lib/server/db/queries/journal/calls";
import type { AnsweredImage, Provider, ProviderEvent } from "@/lib/server/ports/provider";

/** A call and what it is for. */
export type CallOfGeneration = {
  call: Pick<CallRow, "id" | "sentAt">;
  generation: Pick<GenerationRow, "id" | "sessionId" | "viewerId" | "prompt" | "options">;
  /** Those that the call covers, in order. */
  images: readonly { id: string }[];
};

/** An answer as it is journalled, and the bytes of its pictures by the ids of their images. */
export type DescribedAnswer = { answer: JournalledAnswer; bytes: Map<string, Uint8Array> };

type Circumstances = {
  model: ImageModel;
  provider: Pick<Provider, "id" | "isOffline">;
  /** No call takes longer. The clock of this machine may differ from that of the database, or have been set. */
  durationMsMax: number;
};

/** A provider may send more than was asked for; what is paid for is kept, within reason. */
const EXTRAS_MAX = 10;

/** What is known of a call's answer, for each of its images. One that is missing from it ends as unknown. */
export function describeAnswer(
  { call, generation: { options }, images }: CallOfGeneration,
  { images: answered, usage, costUsd: chargedUsd }: Extract<ProviderEvent, { type: "answered" }>,
  { model, provider, durationMsMax }: Circumstances,
): DescribedAnswer {
  const answeredAt = new Date();
  const bill = { usage, costUsd: chargedUsd, options, imageCount: answered.length };
  const costUsd = provider.isOffline ? 0 : actualCostUsd(model, bill);
  const extras = answered.slice(images.length, images.length + EXTRAS_MAX);
  const keptCount = Math.min(answered.length, images.length) + extras.length;
  const shareUsd = costUsd === null ? null : costUsd / Math.max(1, keptCount);
  const sinceSentMs = answeredAt.getTime() - (call.sentAt ?? answeredAt).getTime();
  const durationMs = Math.round(Math.min(Math.max(sinceSentMs, 0), durationMsMax));
  const places = [
    ...images.map(({ id }) => ({ id, isExtra: false })),
    ...extras.map(() => ({ id: uuidv7(), isExtra: true })),
  ];
  const bytes = new Map<string, Uint8Array>();
  const pictures = places.map(({ id: imageId, isExtra }, offset) => {
    const picture = answered[offset];
    if (picture?.type === "picture") bytes.set(imageId, picture.bytes);
    return { imageId, isExtra, ...describePicture(shareUsd, picture) };
  });
  const said = { providerId: provider.id, durationMs, usage, costUsd, pictures };
  return { answer: { answeredAt: answeredAt.toISOString(), ...said }, bytes };
}

function describePicture(
  costUsd: number | null,
  answered: AnsweredImage | undefined,
): Omit<AnsweredPicture, "imageId" | "isExtra"> {
  const nothing = { costUsd, used: {}, revisedPrompt: null, url: null };
  switch (answered?.type) {
    case "picture":
    case "address": {
      const { used, revisedPrompt } = answered;
      const url = answered.type === "address" ? answered.url : null;
      return { costUsd, used, revisedPrompt, url, ending: null };
    }
    case "lost":
      return { ...nothing, ending: { state: "failed", failure: failureOf(answered.error) } };
    case undefined: {
      const message = "The provider sent fewer pictures than asked for.";
      const failure = failureOf(new AppError("ended_early", { message }));
      return { ...nothing, costUsd: null, ending: { state: "unknown", failure } };
    }
  }
}
