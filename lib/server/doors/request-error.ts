import "server-only";
import { AppError, toAppError } from "@/lib/domain/errors/app-error";
import { databaseFaultOf } from "@/lib/server/db/database-fault";

/** A server that restarts is back by then; one that fails over takes a few tries. */
const AGAIN_AFTER_MS = 5_000;

/** What a request that failed is answered. Where the database is away or busy, the request is not to blame. */
export function requestError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  switch (databaseFaultOf(thrown)) {
    case null:
      return toAppError(thrown);
    case "lost":
      return new AppError("database_away", { retryAfterMs: AGAIN_AFTER_MS, cause: thrown });
    case "busy":
    case "collision":
      return new AppError("database_away", {
        message: "The studio's database is busy.",
        retryAfterMs: AGAIN_AFTER_MS,
        cause: thrown,
      });
  }
}
