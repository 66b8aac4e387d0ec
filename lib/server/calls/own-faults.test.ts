import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { allEnded, openTestStudio } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";
import { recover } from "./recover";

const database = useDatabase();

/** As if the worker of a generation's calls had given no sign of life for long. */
async function lapse(generationId: string): Promise<void> {
  await database.drizzle.execute(
    sql`update calls set lease_until = now() - interval '1 minute' where generation_id = ${generationId}`,
  );
}

describe("a fault of the studio's own", () => {
  const failing = (times: number, isMeant: (key: string) => boolean) => {
    const storage = openMemoryStorage();
    let failures = 0;
    const put: typeof storage.put = async (key, ...rest) => {
      if (isMeant(key) && failures < times) {
        failures += 1;
        throw new Error("ENOSPC");
      }
      return storage.put(key, ...rest);
    };
    return { ...storage, put };
  };

  test("of storage costs no picture when it passes", async () => {
    await using studio = await openTestStudio(database, {
      storage: failing(2, (key) => key.endsWith("original")),
    });
    const { generation } = await studio.submit();
    expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([{ state: "completed" }]);
  });

  test("of the database ends a sent call as unknown at worst, never as unbilled, and it is not sent again", async () => {
    await using studio = await openTestStudio(database);
    await database.drizzle.execute(
      sql`alter table images add constraint no_answer check (state <> 'completed')`,
    );
    try {
      const { generation } = await studio.submit();
      const done = studio.imagesWhen(generation.id, allEnded);
      // The original is stored, so a later round finishes it.
      await expect.poll(() => studio.lines.join(""), { timeout: 10_000 }).toContain("answer-waits");
      await database.drizzle.execute(sql`alter table images drop constraint no_answer`);
      await expect
        .poll(async () => (await studio.callsOf(generation.id))[0]?.state, { timeout: 10_000 })
        .not.toBe("planned");
      await lapse(generation.id);
      await recover(studio.services, { isStart: false });
      expect(await done).toMatchObject([{ state: "completed" }]);
      expect(studio.sent).toHaveLength(1);
    } finally {
      await database.drizzle.execute(sql`alter table images drop constraint if exists no_answer`);
    }
  });
});
