import { expect, test } from "vitest";
import { writeMonthlyLimit } from "@/lib/server/db/queries/money/settings";
import { readSpending } from "@/lib/server/spending/read-spending";
import { all, allEnded, answerWith, openTestStudio, refuseWith } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { LOCAL_OWNER } from "@/lib/server/viewer";

const database = useDatabase();

const options = { size: "256x256" };
/** What a refusal says is left, in dollars. */
const leftIn = (error: unknown) => Number(/\$([\d.]+) is left/.exec(String(error))?.[1]);

test("what is shown as left is what the studio refuses by, also while calls are under way", async () => {
  const held = Promise.withResolvers<Response>();
  await using studio = await openTestStudio(database, { answer: () => held.promise });
  const viewer = LOCAL_OWNER;
  const { generation } = await studio.submit({ options });
  await studio.imagesWhen(generation.id, all("developing"));
  const { committedUsd, monthUsd } = await readSpending(studio.services, viewer);
  expect(committedUsd).toBe(generation.estimateUsd);
  expect(committedUsd).toBeGreaterThan(0);
  const limitUsd = monthUsd + committedUsd * 1.5;
  await writeMonthlyLimit(database.drizzle, { viewerId: viewer.id, monthlyLimitUsd: limitUsd });
  const refusal = await studio.submit({ options }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "limit_reached" });
  expect(leftIn(refusal)).toBeCloseTo(limitUsd - monthUsd - committedUsd, 4);
  held.resolve(await answerWith(1));
  await studio.imagesWhen(generation.id, allEnded);
  expect(await readSpending(studio.services, viewer)).toMatchObject({ committedUsd: 0 });
});

test("what was not billed is no longer set aside", async () => {
  await writeMonthlyLimit(database.drizzle, { viewerId: LOCAL_OWNER.id, monthlyLimitUsd: null });
  await using studio = await openTestStudio(database, { answer: () => refuseWith(400, "bad_request") });
  const { generation } = await studio.submit({ options });
  await studio.imagesWhen(generation.id, allEnded);
  expect(await readSpending(studio.services, LOCAL_OWNER)).toMatchObject({ committedUsd: 0 });
});
