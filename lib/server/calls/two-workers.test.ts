import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { all, answerWith, openTestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { runCall } from "./run-call";

const database = useDatabase();

describe("two workers", () => {
  test("send a call once when both take it", async () => {
    const answers = Promise.withResolvers<Response>();
    await using studio = await openTestStudio(database, { answer: () => answers.promise, atOnce: 1 });
    const { generation } = await studio.submit({ imageCount: 1 });
    await studio.imagesWhen(generation.id, all("developing"));
    const [call] = await studio.callsOf(generation.id);
    const other = { ...studio.services, workerId: uuidv7(), running: new Map() };
    await Promise.all([runCall(other, call?.id ?? ""), runCall(studio.services, call?.id ?? "")]);
    expect(studio.sent).toHaveLength(1);
    expect(
      studio.services.running.has(call?.id ?? ""),
      "the second job leaves the first its controller",
    ).toBe(true);
    answers.resolve(await answerWith(1));
    await studio.imagesWhen(generation.id, all("completed"));
    expect(studio.sent).toHaveLength(1);
  });
});
