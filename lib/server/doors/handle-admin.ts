import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { isAdmin } from "@/lib/server/admin/admin-key";
import { checkOrigin } from "@/lib/server/http/check-origin";
import { errorResponse } from "@/lib/server/http/error-response";
import { isLoopbackHost, zoneOf, zoneSettingsOf } from "@/lib/server/http/zone";
import { getServices } from "@/lib/server/running-studio";
import type { Services } from "@/lib/server/services";
import { requestError } from "./request-error";

/**
 * What commands of the owner go through, which are given on the studio's own machine by whoever can read its secret.
 * For everyone else there is nothing.
 */
export async function handleAdmin(
  request: Request,
  answer: (services: Services) => Promise<Response>,
): Promise<Response> {
  try {
    const services = await getServices();
    const { headers } = request;
    const isHere = isLoopbackHost(headers) && zoneOf(headers, zoneSettingsOf(services.env)) === "studio";
    if (!isHere || !(await isAdmin(services.env, headers))) throw new AppError("not_found");
    checkOrigin(request);
    return await answer(services);
  } catch (thrown) {
    const error = requestError(thrown);
    if (error.code === "internal")
      globalThis.safelightServices?.then(({ log }) => log.warn("request-failed", { error }));
    return errorResponse(error);
  }
}
