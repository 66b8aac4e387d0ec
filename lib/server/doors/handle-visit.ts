import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { checkOrigin } from "@/lib/server/http/check-origin";
import { errorResponse } from "@/lib/server/http/error-response";
import { withoutBodyOnHead } from "@/lib/server/http/without-body";
import { zoneOf, zoneSettingsOf } from "@/lib/server/http/zone";
import { getServices } from "@/lib/server/running-studio";
import { isUnlocked, openShare } from "@/lib/server/visits/open-share";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { readVisitorCookie } from "@/lib/server/visits/visitor-cookie";
import { askedBy } from "./ask-again";
import { requestError } from "./request-error";

/**
 * What every route under `/g/<token>` goes through: address, share, password, and errors as answers.
 * What a visitor may not have does not exist for them.
 * @param options.whileLocked also before the password was given
 */
export async function handleVisit(
  request: Request,
  token: string,
  answer: (call: VisitCall) => Promise<Response>,
  { whileLocked = false } = {},
): Promise<Response> {
  try {
    const services = await getServices();
    if (zoneOf(request.headers, zoneSettingsOf(services.env)) === "foreign") throw new AppError("forbidden");
    const visited = async () => {
      const visit = await openShare(services, token, readVisitorCookie(request.headers));
      if (!whileLocked && !isUnlocked(visit)) throw new AppError("not_found");
      checkOrigin(request);
      return answer({ services, visit, request });
    };
    return withVisitHeaders(await withoutBodyOnHead(request, await askedBy(request, visited)));
  } catch (thrown) {
    const error = requestError(thrown);
    if (error.code === "internal" || error.code === "database_away")
      globalThis.safelightServices?.then(({ log }) => log.warn("request-failed", { error }));
    return withVisitHeaders(errorResponse(error));
  }
}

/** No search engine, and no address of a gallery to another site. */
function withVisitHeaders(response: Response): Response {
  response.headers.set("x-robots-tag", "noindex, nofollow");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}
