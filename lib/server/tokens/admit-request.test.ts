import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelLabelled } from "@/lib/domain/models/image-models.fixture";
import { insertApiRequest } from "@/lib/server/db/queries/api-requests";
import { createGenerationFrom } from "@/lib/server/generations/create-generation";
import type { Answer, TestStudio } from "@/lib/server/testing/studio.fixture";
import { allEnded, answerWith, openTestStudio, refuseWith } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { admitRequest } from "./admit-request";
import { changeApiToken } from "./change-api-token";
import { makeApiToken } from "./make-api-token";

const database = useDatabase();
let studio: TestStudio;
let answer: Answer = ({ n }) => answerWith(n);
beforeAll(async () => {
  studio = await openTestStudio(database, { answer: (call) => answer(call) });
});
afterAll(() => studio[Symbol.asyncDispose]());

/** A picture of the cheapest model costs two cents. */
const EACH_USD = 0.02;

async function tokenWith(monthlyLimitUsd: number | null): Promise<string> {
  const input = { name: "Test", sessionId: studio.sessionId, monthlyLimitUsd };
  return (await makeApiToken(database.drizzle, LOCAL_OWNER, input)).id;
}

/** A generation that this token asked for. */
async function order(tokenId: string, imageCount: number): Promise<string> {
  const { generation } = await studio.submit({ imageCount });
  await insertApiRequest(database.drizzle, {
    id: uuidv7(),
    tokenId,
    generationId: generation.id,
    bodyHash: "",
  });
  return generation.id;
}

const admit = (tokenId: string, estimateUsd: number | null, imageCount = 1) =>
  database.drizzle.transaction((db) => admitRequest(db, { tokenId, imageCount, estimateUsd }));

test("lets in what the month still pays for, to the cent, and says what is left of it otherwise", async () => {
  const tokenId = await tokenWith(0.1);
  await studio.imagesWhen(await order(tokenId, 3), allEnded);
  expect(await admit(tokenId, 2 * EACH_USD)).toBe(studio.sessionId);
  await expect(admit(tokenId, 2 * EACH_USD + 0.001)).rejects.toMatchObject({ code: "limit_reached" });
  await expect(admit(tokenId, 1)).rejects.toThrow("$0.04 is left of this token's limit of $0.10");
});

test("counts what is under way and what may have been billed at its estimate, and what was refused at nothing", async () => {
  const tokenId = await tokenWith(EACH_USD);
  answer = () => refuseWith(400, "moderation_blocked");
  await studio.imagesWhen(await order(tokenId, 1), allEnded);
  expect(await admit(tokenId, EACH_USD)).toBe(studio.sessionId);
  answer = () => refuseWith(500, null);
  await studio.imagesWhen(await order(tokenId, 1), allEnded);
  await expect(admit(tokenId, EACH_USD)).rejects.toMatchObject({ code: "limit_reached" });

  const other = await tokenWith(EACH_USD);
  const { promise, resolve } = Promise.withResolvers<Response>();
  answer = () => promise;
  const generationId = await order(other, 1);
  await expect(admit(other, EACH_USD)).rejects.toMatchObject({ code: "limit_reached" });
  resolve(await answerWith(1));
  await studio.imagesWhen(generationId, allEnded);
  answer = ({ n }) => answerWith(n);
});

test("lets in no more than the month pays for, however many ask at once", async () => {
  const tokenId = await tokenWith(2 * EACH_USD);
  const model = modelLabelled("DALL·E 2");
  const ask = () => {
    const id = uuidv7();
    const input = { modelId: model.id, prompt: "a crowd", options: {}, imageCount: 1, parentImageId: null };
    return createGenerationFrom(
      studio.services,
      LOCAL_OWNER,
      model,
      { ...input, idempotencyKey: id },
      {
        endUser: null,
        admit: (db, estimateUsd) => admitRequest(db, { tokenId, imageCount: 1, estimateUsd }),
        journalled: (db, generationId) => insertApiRequest(db, { id, tokenId, generationId, bodyHash: "" }),
      },
    );
  };
  const asked = await Promise.allSettled([ask(), ask(), ask(), ask(), ask()]);
  const admitted = asked.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  expect(admitted).toHaveLength(2);
  for (const { generation } of admitted) await studio.imagesWhen(generation.id, allEnded);
});

test("lets in nothing without an estimate under a limit, and everything without one", async () => {
  await expect(admit(await tokenWith(5), null)).rejects.toThrow("There is no estimate");
  expect(await admit(await tokenWith(null), null)).toBe(studio.sessionId);
});

test("asks a program that waits for two hundred pictures to come again soon", async () => {
  const error = admit(await tokenWith(null), 0, 201);
  await expect(error).rejects.toMatchObject({ code: "too_many_tries", retryAfterMs: 5_000 });
});

test("lets in nothing of a token that was revoked in the meantime", async () => {
  const tokenId = await tokenWith(null);
  await changeApiToken(database.drizzle, LOCAL_OWNER, tokenId, { revoked: true });
  await expect(admit(tokenId, 0)).rejects.toMatchObject({ code: "forbidden" });
});
