import { settingsSchema } from "@/lib/domain/money/spending";
import { writeMonthlyLimit } from "@/lib/server/db/queries/money/settings";
import { handle } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { readSpending } from "@/lib/server/spending/read-spending";

export function PATCH(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const { monthlyLimitUsd } = parseInput(settingsSchema, await readJson(request));
    await writeMonthlyLimit(services.database.drizzle, { viewerId: viewer.id, monthlyLimitUsd });
    return Response.json(await readSpending(services, viewer));
  });
}
