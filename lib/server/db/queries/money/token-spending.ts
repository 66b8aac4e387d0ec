import "server-only";
import { and, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/lib/server/ports/database";
import { apiRequests } from "@/lib/server/schema/api-tables";
import { ledger } from "@/lib/server/schema/ledger-table";
import { calls } from "@/lib/server/schema/studio-tables";
import { thisMonth } from "./ledger";

/** What a call counts: settled at what the ledger says, else at the upper end of its estimate. */
const counted = sql`case when ${ledger.day} is null then ${ledger.upperMicroUsd} else ${ledger.costMicroUsd} end`;

const isOpen = inArray(calls.state, ["planned", "sent"]);

/** Dollars of each token this month (UTC), by token: what is settled, under way, or of unknown outcome. */
export async function listTokenSpending(
  db: Db,
  params: { tokenIds: string[] },
): Promise<Map<string, number>> {
  if (params.tokenIds.length === 0) return new Map();
  const rows = await db
    .select({ id: apiRequests.tokenId, microUsd: sql`coalesce(sum(${counted}), 0)`.mapWith(Number) })
    .from(apiRequests)
    .innerJoin(calls, eq(calls.generationId, apiRequests.generationId))
    .innerJoin(ledger, eq(ledger.callId, calls.id))
    .where(
      and(
        inArray(apiRequests.tokenId, params.tokenIds),
        or(isNull(ledger.day), gte(ledger.day, thisMonth())),
      ),
    )
    .groupBy(apiRequests.tokenId);
  return new Map(rows.map(({ id, microUsd }) => [id, microUsd / 1e6]));
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
