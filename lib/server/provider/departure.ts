import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";

/** Whether a call's request can have left this machine. */
export type Departure = {
  /** To be called when there is a connection, in the same turn in which the request is written to it; throws to keep it from being written. */
  leave(): void;
  readonly hasLeft: boolean;
  /** What kept it from leaving, thrown by whoever was asked. */
  readonly refusal: { error: unknown } | null;
};

/** @param beforeSend asked at the last moment; what it throws keeps the request here */
export function openDeparture(beforeSend: () => void): Departure {
  let hasLeft = false;
  let refusal: Departure["refusal"] = null;
  return {
    leave() {
      try {
        beforeSend();
      } catch (error) {
        refusal = { error };
        throw error;
      }
      hasLeft = true;
    },
    get hasLeft() {
      return hasLeft;
    },
    get refusal() {
      return refusal;
    },
  };
}

/**
 * An error with what the connection knows: what never left was not billed, whatever it looks like, and what left may
 * have been, though a system call says that nobody can be reached.
 */
export function asItTravelled(error: AppError, { hasLeft }: Pick<Departure, "hasLeft">): AppError {
  const { message, cause } = error;
  if (hasLeft) return error.code === "unreachable" ? new AppError("connection_lost", { cause }) : error;
  if (error.billed !== "maybe") return error;
  // Ended by the person or by a studio that stops.
  const isEnded = error.code === "cancelled" || error.code === "interrupted";
  return isEnded
    ? new AppError(error.code, { message, billed: "no", cause })
    : new AppError("unreachable", { cause: error });
}
