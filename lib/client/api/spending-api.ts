import type { Spending } from "@/lib/domain/money/spending";
import { requestJson } from "./request-json";

/** What was spent today and this month, and the limit in force. */
export function getSpending(signal: AbortSignal) {
  return requestJson<Spending>("/api/spending", { signal });
}

/** Sets the viewer's own monthly limit in dollars; null for none. */
export function setMonthlyLimit(monthlyLimitUsd: number | null) {
  return requestJson<Spending>("/api/settings", { method: "PATCH", body: { monthlyLimitUsd } });
}
