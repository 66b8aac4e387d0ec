import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { errorResponse } from "./error-response";

/** For the methods that a route does not have: what is not there answers like everything else that is not there. */
export function nothing(): Response {
  return errorResponse(new AppError("not_found"));
}
