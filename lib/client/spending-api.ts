import { spendingSchema } from "@/lib/domain/spending";
import { requestJson } from "./request-json";

/** What was spent today and this month, and the limit in force. */
export function getSpending(signal: AbortSignal) {
  return requestJson("/api/spending", spendingSchema, { signal });
}

/** Sets the viewer's own monthly limit in dollars; null for none. */
export function setMonthlyLimit(monthlyLimitUsd: number | null) {
  return requestJson("/api/settings", spendingSchema, { method: "PATCH", body: { monthlyLimitUsd } });
}
