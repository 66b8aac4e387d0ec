import { expect, test } from "vitest";
import { readGeneration } from "@/lib/server/db/queries/generations";
import {
  all,
  allEnded,
  answerWith,
  openTestStudio,
  type TestStudio,
} from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

function serve({ services }: TestStudio, isOffline: boolean) {
  services.provider = { ...services.provider, isOffline };
}
const isSketch = async (id: string) => (await readGeneration(database.drizzle, { id }))?.isSketch;

test("a sketch stays one when another provider serves later, and the next picture is none", async () => {
  await using studio = await openTestStudio(database);
  serve(studio, true);
  const { generation: sketch } = await studio.submit();
  expect(sketch.isSketch).toBe(true);
  await studio.imagesWhen(sketch.id, allEnded);
  serve(studio, false);
  const { generation: picture } = await studio.submit();
  await studio.imagesWhen(picture.id, allEnded);
  expect([await isSketch(sketch.id), await isSketch(picture.id)]).toEqual([true, false]);
});

test("who draws it decides, not who served when it was asked for", async () => {
  const held = Promise.withResolvers<Response>();
  const answer = ({ nth }: { nth: number }) => (nth === 0 ? held.promise : answerWith(1));
  await using studio = await openTestStudio(database, { answer, atOnce: 1 });
  serve(studio, true);
  const { generation: first } = await studio.submit();
  await studio.imagesWhen(first.id, all("developing"));
  const { generation: waiting } = await studio.submit();
  serve(studio, false);
  held.resolve(await answerWith(1));
  await studio.imagesWhen(waiting.id, allEnded);
  expect(await isSketch(waiting.id)).toBe(false);
});
