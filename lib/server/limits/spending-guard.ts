import "server-only";
import type { AppError } from "@/lib/domain/errors/app-error";
import type { GenerationRow } from "@/lib/server/db/queries/generations";
import type { CallRow } from "@/lib/server/db/queries/journal/calls";
import type { Db } from "@/lib/server/ports/database";
import type { Services } from "@/lib/server/services";

/** A call that is about to be sent; `estimateUsd` is the upper end of its estimate now, null where there is none. */
export type CallToSend = { call: CallRow; generation: GenerationRow; estimateUsd: number | null };

/**
 * May it be sent? "wait": not now, but perhaps when a call that is under way turns out cheaper than
 * its estimate. An error ends the call, unsent.
 */
export type SpendingVerdict = "send" | "wait" | AppError;

/**
 * Asked inside the transaction that takes the call for sending, so it sees every call that was taken
 * before. It must lock what it reckons with (`for update`), or two calls pass where one fits.
 */
export type SpendingGuard = (
  db: Db,
  sending: CallToSend,
  services: Pick<Services, "env" | "database">,
) => Promise<SpendingVerdict>;
