import { v7 as uuidv7 } from "uuid";
import { AppError } from "@/lib/domain/errors/app-error";
import { failureOf } from "@/lib/domain/errors/failure";
import { originalKey, partialKey } from "@/lib/domain/generation/picture-address";
import { contentHash } from "@/lib/server/images/content-hash";
import { keepPicture } from "@/lib/server/images/keep-picture";
import { makePartialPreview } from "@/lib/server/images/preview";
import { testPictures } from "@/lib/server/picture-files/picture.fixture";
import { ledger } from "@/lib/server/schema/ledger-table";
import { generations, images, matrices, sessions } from "@/lib/server/schema/studio-tables";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import type { ArchiveStudio } from "./archive.fixture";

type GenerationValues = typeof generations.$inferInsert;
type ImageValues = typeof images.$inferInsert;

const viewerId = LOCAL_OWNER.id;
const createdAt = new Date("2026-11-20T09:30:00.250Z");
/** What was spent before, in a session that is gone. */
const LEDGER_ROW = {
  ...{ callId: "019a9d3c-0000-7000-8000-000000000001", viewerId, modelId: "m", basis: "final" },
  ...{ day: "2026-11-20", costMicroUsd: 1_000_000, pictures: 9 },
} satisfies typeof ledger.$inferInsert;

/** For tests: a session with one of everything; the answer is its id and its completed pictures' ids. */
export async function seedSession({ database: { drizzle: db }, storage }: ArchiveStudio) {
  const sessionId = uuidv7();
  const own = { sessionId, viewerId };
  const pictures = await testPictures();
  const bytesOf = (title: string) => pictures.find((one) => one.title === title)?.bytes ?? new Uint8Array();
  const generation = (values: Partial<GenerationValues>): GenerationValues => ({
    ...own,
    ...{
      id: uuidv7(),
      idempotencyKey: uuidv7(),
      prompt: "a fox",
      modelId: "model-of-old",
      options: { size: "auto" },
    },
    ...{ imageCount: 1, estimateUsd: 0.04, createdAt },
    ...values,
  });
  const image = (of: GenerationValues, values: Partial<ImageValues>): ImageValues => ({
    ...own,
    ...{
      id: uuidv7(),
      generationId: of.id,
      index: 0,
      modelId: of.modelId,
      searchText: of.prompt,
      state: "waiting",
    },
    ...{ widthPx: 37, heightPx: 23, createdAt },
    ...values,
  });
  const completed = async (of: GenerationValues, title: string, values: Partial<ImageValues> = {}) => {
    const row = image(of, {
      costUsd: 0.011,
      durationMs: 1234,
      sentAt: createdAt,
      used: { quality: "high" },
      ...values,
    });
    return { ...row, ...(await keepPicture(storage, { id: row.id, bytes: bytesOf(title) })) };
  };

  const matrix = {
    ...{ id: uuidv7(), ...own, idempotencyKey: uuidv7(), template: "a {red|blue} fox", capUsd: 1.5 },
    ...{ rowLabels: ["red", "blue"], columnLabels: ["one"], createdAt, stoppedAt: null },
  };
  const root = generation({
    imageCount: 3,
    isSketch: true,
    prompt: '雪の中の狐 🦊 "quoted" </x> \u0001',
    parentImageId: uuidv7(),
  });
  const first = await completed(root, "PNG", { favourite: true, revisedPrompt: "a red fox 🦊" });
  const second = await completed(root, "JPEG", { index: 1, rejected: true, costUsd: null });
  const third = await completed(root, "lossy WebP", {
    index: 2,
    deletedAt: new Date("2026-11-21T00:00:00Z"),
  });
  const child = generation({ parentImageId: first.id, matrixId: matrix.id, cell: { row: 1, column: 0 } });
  const fourth = await completed(child, "SVG");
  const grandchild = generation({ parentImageId: fourth.id, imageCount: 4, prompt: "p".repeat(32_000) });
  const unreadable = image(grandchild, {
    state: "failed",
    failure: failureOf(new AppError("picture_unreadable")),
  });
  const junk = Buffer.from("these are not the bytes of a picture");
  await storage.put(originalKey(unreadable.id), junk, { durable: true });
  Object.assign(unreadable, { originalHash: contentHash(junk), sizeBytes: junk.length });
  Object.assign(unreadable, { contentType: "application/octet-stream" });
  const lost = image(grandchild, {
    index: 1,
    state: "unknown",
    failure: failureOf(new AppError("timed_out")),
  });
  const { bytes: partial } = await makePartialPreview(bytesOf("PNG"));
  Object.assign(lost, { partialIndex: 2, partialHash: contentHash(partial) });
  await storage.put(partialKey(lost.id, contentHash(partial)), partial, { durable: false });
  const waiting = image(grandchild, { index: 2 });
  const developing = image(grandchild, { index: 3, state: "developing", sentAt: createdAt });

  await db.insert(sessions).values({
    ...{ id: sessionId, viewerId, title: "Studies of a fox", pictureCount: 3, spentUsd: 0.133 },
    ...{ createdAt, updatedAt: createdAt, archivedAt: createdAt },
    draft: {
      modelId: "m",
      prompt: "next",
      options: { quality: "low" },
      imageCount: 2,
      parentImageId: fourth.id,
      savedAt: "2026-11-22T10:00:00.000Z",
    },
  });
  await db.insert(matrices).values(matrix);
  await db.insert(generations).values([root, child, grandchild]);
  await db.insert(images).values([first, second, third, fourth, unreadable, lost, waiting, developing]);
  await db.insert(ledger).values(LEDGER_ROW).onConflictDoNothing();
  return {
    sessionId,
    imageIds: [first.id, second.id, fourth.id],
    trashedId: third.id,
    failedId: unreadable.id,
  };
}
