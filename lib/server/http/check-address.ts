import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { checkOrigin } from "./check-origin";
import { type ZoneSettings, zoneOf } from "./zone";

/**
 * The studio without accounts answers on its own names only, and takes writes only from its own
 * pages. On the host of shared galleries it does not exist.
 * @throws AppError forbidden, or not_found on the public host
 */
export function checkAddress(request: Pick<Request, "headers" | "method">, settings: ZoneSettings): void {
  const zone = zoneOf(request.headers, settings);
  if (zone === "public") throw new AppError("not_found");
  if (zone === "foreign") throw new AppError("forbidden");
  checkOrigin(request);
}
