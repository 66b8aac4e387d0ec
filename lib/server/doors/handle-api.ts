import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/domain/errors/app-error";
import { ApiError, notFound, wrongMethod } from "@/lib/domain/images-api/api-error";
import type { ApiCall } from "@/lib/server/api/api-call";
import { tooManyWrongTokens, wrongToken } from "@/lib/server/api/errors/api-refusals";
import { refusalAnswer } from "@/lib/server/api/errors/refusal-answer";
import { toRefusal } from "@/lib/server/api/errors/to-refusal";
import { markTokenUsed } from "@/lib/server/db/queries/api-tokens";
import { checkOrigin } from "@/lib/server/http/check-origin";
import { withoutBodyOnHead } from "@/lib/server/http/without-body";
import { isApiHost, zoneOf, zoneSettingsOf } from "@/lib/server/http/zone";
import { getServices } from "@/lib/server/running-studio";
import type { Services } from "@/lib/server/services";
import { checkToken } from "@/lib/server/tokens/check-token";
import { countWrongToken } from "@/lib/server/tokens/wrong-tokens";
import { askedBy } from "./ask-again";
import { requestError } from "./request-error";

/** What is written into the log: nothing that a program did wrong. */
const OUR_FAULTS: ReadonlySet<string | null> = new Set(["internal", "database_away"]);

/**
 * What every route for programs goes through: address, token, and errors in the API's words. Without a token nothing is
 * told, not even whether an address exists.
 */
export function handleApi(request: Request, answer: (call: ApiCall) => Promise<Response>): Promise<Response> {
  return answered(request, async (services) => {
    const token = await letIn(services, request);
    const response = await answer({ services, request, token, viewer: { id: token.viewerId } });
    if (response.ok) await markTokenUsed(services.database.drizzle, { id: token.id });
    return response;
  });
}

/** The same for an address that is itself the right to read it, and needs no token. */
export function handleOpenApi(
  request: Request,
  answer: (services: Services) => Promise<Response>,
): Promise<Response> {
  return answered(request, answer);
}

/** For methods that an address of the API does not take. */
export function refuseMethod(...allowed: string[]) {
  return (request: Request) =>
    handleApi(request, async () => {
      throw wrongMethod(request.method, new URL(request.url).pathname, allowed.join(", "));
    });
}

/** For addresses that the API does not have. */
export function refuseAddress(request: Request): Promise<Response> {
  return handleApi(request, async () => {
    const { pathname } = new URL(request.url);
    throw notFound("unknown_url", null, `Invalid URL (${request.method} ${pathname.slice(0, 200)})`);
  });
}

async function answered(
  request: Request,
  answer: (services: Services) => Promise<Response>,
): Promise<Response> {
  const requestId = `req_${randomUUID().replaceAll("-", "")}`;
  const response = await answerOrRefuse(request, requestId, answer);
  response.headers.set("x-request-id", requestId);
  return response;
}

async function answerOrRefuse(
  request: Request,
  requestId: string,
  answer: (services: Services) => Promise<Response>,
): Promise<Response> {
  try {
    const services = await getServices();
    checkApiAddress(request, services);
    return await withoutBodyOnHead(request, await askedBy(request, () => answer(services)));
  } catch (thrown) {
    const refusal = thrown instanceof ApiError ? thrown : toRefusal(requestError(thrown));
    const isOurFault = OUR_FAULTS.has(refusal.refusal.code) && !request.signal.aborted;
    if (isOurFault)
      globalThis.safelightServices?.then(({ log }) =>
        log.warn("request-failed", { requestId, error: thrown }),
      );
    return refusalAnswer(refusal);
  }
}

/** @throws AppError forbidden, or not_found on the host of shared galleries */
function checkApiAddress(request: Request, { env }: Services): void {
  const settings = zoneSettingsOf(env);
  if (!isApiHost(request.headers, settings)) {
    if (zoneOf(request.headers, settings) === "public") throw new AppError("not_found");
    throw new AppError("forbidden", {
      message:
        "The studio answers programs only at its own address. Its owner names others in STUDIO_API_URL.",
    });
  }
  checkOrigin(request);
}

async function letIn(services: Services, { headers }: Request) {
  const token = await checkToken(services.database.reads, headers);
  if (token === "absent") throw wrongToken(false);
  if (token !== "wrong") return token;
  const waitMs = countWrongToken(services);
  throw waitMs === null ? wrongToken(true) : tooManyWrongTokens(waitMs);
}
