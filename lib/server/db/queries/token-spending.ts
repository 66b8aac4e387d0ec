import "server-only";
import { eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { apiRequests } from "@/lib/server/schema/api-tables";
import { calls, generations } from "@/lib/server/schema/studio-tables";
import { databaseMonth } from "../clock";

/** A call's part of its generation's estimate. */
const estimate = sql`${generations.estimateUsd} * ${calls.imageCount} / ${generations.imageCount}`;

/** What a call is reckoned at: its cost where it is known, nothing where it is known to be free, else its estimate. */
const reckoned: SQL = sql`case
  when ${calls.costUsd} is not null then ${calls.costUsd}
  when ${calls.failure} ->> 'billed' = 'no' then 0
  else ${estimate} end`;

const isOpen = inArray(calls.state, ["planned", "sent"]);

/** Dollars of each token this month (UTC), by token: what is settled, under way, or of unknown outcome. */
export async function listTokenSpending(
  db: Db,
  params: { tokenIds: string[] },
): Promise<Map<string, number>> {
  if (params.tokenIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: apiRequests.tokenId,
      usd: sql`round(coalesce(sum(${reckoned}), 0)::numeric, 6)`.mapWith(Number),
    })
    .from(apiRequests)
    .innerJoin(generations, eq(generations.id, apiRequests.generationId))
    .innerJoin(calls, eq(calls.generationId, generations.id))
    .where(
      sql`${inArray(apiRequests.tokenId, params.tokenIds)} and (${isOpen} or ${gte(calls.endedAt, databaseMonth())})`,
    )
    .groupBy(apiRequests.tokenId);
  return new Map(rows.map(({ id, usd }) => [id, usd]));
}

/** How many pictures of a token are waited for. */
export async function countOpenPictures(db: Db, params: { tokenId: string }): Promise<number> {
  const [row] = await db
    .select({ pictures: sql`coalesce(sum(${calls.imageCount}), 0)`.mapWith(Number) })
    .from(apiRequests)
    .innerJoin(calls, eq(calls.generationId, apiRequests.generationId))
    .where(sql`${eq(apiRequests.tokenId, params.tokenId)} and ${isOpen}`);
  return row?.pictures ?? 0;
}
