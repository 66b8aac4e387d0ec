import "server-only";
import type { McpServer } from "@modelcontextprotocol/server";
import type { ApiCall } from "@/lib/server/api/api-call";
import { toolError, toolResult } from "@/lib/server/mcp/tool-result";
import { readSpending } from "@/lib/server/spending/read-spending";
import { readApiToken } from "@/lib/server/tokens/read-api-tokens";

/** What was spent, and what is left, of the studio and of the token. */
export function registerSpending(server: McpServer, call: ApiCall): void {
  const config = {
    title: "Spending",
    description: "What was spent today and this month (UTC), in dollars, and what the limits still allow.",
    annotations: { readOnlyHint: true },
  };
  server.registerTool("spending", config, async () => {
    try {
      return toolResult({ cost_usd: 0, ...(await spendingFacts(call)) });
    } catch (thrown) {
      return toolError(thrown);
    }
  });
}

async function spendingFacts({ services, viewer, token: { id } }: ApiCall) {
  const { todayUsd, monthUsd, committedUsd, limitUsd } = await readSpending(services, viewer);
  const token = await readApiToken(services.database.reads, viewer, id);
  return {
    today_usd: todayUsd,
    month_usd: monthUsd,
    set_aside_usd: committedUsd,
    month_limit_usd: limitUsd,
    token: { name: token.name, month_usd: token.monthUsd, month_limit_usd: token.monthlyLimitUsd },
  };
}
