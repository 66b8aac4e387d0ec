import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { insertComment } from "@/lib/server/db/queries/sharing/share-comments";
import { shareMarks, shareVisitors } from "@/lib/server/schema/share-tables";
import { allEnded, openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { answerComment, removeComment, resolveComment } from "./answer-comment";
import { createShare } from "./create-share";
import { readReview } from "./read-review";
import { shareInput } from "./share.fixture";

const database = useDatabase();

const createdAt = new Date();
const stranger = { id: "stranger" };

/** A share in which Ana picked the only picture and commented on it. */
async function reviewed({ services, sessionId, ...studio }: TestStudio) {
  const { drizzle: db } = database;
  const { generation } = await studio.submit();
  const [image] = await studio.imagesWhen(generation.id, allEnded);
  const shareId = await createShare(services, LOCAL_OWNER, shareInput(sessionId));
  const visitorId = uuidv7();
  await db
    .insert(shareVisitors)
    .values({ id: visitorId, shareId, cookieHash: visitorId, name: "Ana", createdAt });
  const common = { shareId, imageId: image?.id ?? "", visitorId, createdAt };
  await db.insert(shareMarks).values({ ...common, id: uuidv7(), mark: "pick" });
  const input = { imageId: common.imageId, text: "Warmer?", pin: { x: 0.25, y: 0.5 }, parentId: null };
  const comment = await insertComment(db, { share: { id: shareId, sessionId }, visitorId, input });
  return { comment, read: () => readReview(services, LOCAL_OWNER, sessionId) };
}

test("shows who picked and what was said where", async () => {
  await using studio = await openTestStudio(database);
  const { comment, read } = await reviewed(studio);
  expect(await read()).toMatchObject({
    shares: [{ title: "For the client" }],
    marks: [{ visitorName: "Ana", mark: "pick", imageId: comment.imageId }],
    comments: [{ visitorName: "Ana", text: "Warmer?", pin: { x: 0.25, y: 0.5 }, resolvedAt: null }],
  });
});

test("keeps an answer, also to an answer, in the thread that it belongs to", async () => {
  await using studio = await openTestStudio(database);
  const { comment, read } = await reviewed(studio);
  const answer = await answerComment(studio.services, LOCAL_OWNER, comment.id, "Yes, tomorrow.");
  expect(answer).toMatchObject({ parentId: comment.id, visitorId: null, visitorName: null });
  const second = await answerComment(studio.services, LOCAL_OWNER, answer.id, "Done.");
  expect(second.parentId).toBe(comment.id);
  expect((await read()).comments.map(({ text }) => text)).toEqual(["Warmer?", "Yes, tomorrow.", "Done."]);
});

test("settles a thread and opens it again, and takes it out with its answers", async () => {
  await using studio = await openTestStudio(database);
  const { services } = studio;
  const { comment, read } = await reviewed(studio);
  await answerComment(services, LOCAL_OWNER, comment.id, "Yes.");
  const settled = await resolveComment(services, LOCAL_OWNER, comment.id, true);
  expect(settled).toMatchObject({ version: 2, resolvedAt: expect.any(String) });
  expect(await resolveComment(services, LOCAL_OWNER, comment.id, false)).toMatchObject({ resolvedAt: null });
  expect(await removeComment(services, LOCAL_OWNER, comment.id)).toMatchObject({
    deletedAt: expect.any(String),
  });
  expect((await read()).comments).toEqual([]);
  await expect(resolveComment(services, LOCAL_OWNER, comment.id, true)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("is for the owner alone", async () => {
  await using studio = await openTestStudio(database);
  const { services, sessionId } = studio;
  const { comment } = await reviewed(studio);
  const refused = { code: "not_found" };
  await expect(readReview(services, stranger, sessionId)).rejects.toMatchObject(refused);
  await expect(answerComment(services, stranger, comment.id, "Hi")).rejects.toMatchObject(refused);
  await expect(resolveComment(services, stranger, comment.id, true)).rejects.toMatchObject(refused);
  await expect(removeComment(services, stranger, comment.id)).rejects.toMatchObject(refused);
});
