import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { isId } from "@/lib/domain/text/id";
import { checkAddress } from "@/lib/server/http/check-address";
import { errorResponse } from "@/lib/server/http/error-response";
import { withoutBodyOnHead } from "@/lib/server/http/without-body";
import { zoneSettingsOf } from "@/lib/server/http/zone";
import { getServices } from "@/lib/server/running-studio";
import type { Services } from "@/lib/server/services";
import { LOCAL_OWNER, type Viewer } from "@/lib/server/viewer";
import { askedBy } from "./ask-again";
import { requestError } from "./request-error";

export type Call = { services: Services; viewer: Viewer; request: Request };

/**
 * What every route of the studio goes through: address, viewer, and errors as answers. Faults of
 * our own are logged and answered without their inner words.
 */
export async function handle(request: Request, answer: (call: Call) => Promise<Response>): Promise<Response> {
  try {
    const services = await getServices();
    checkAddress(request, zoneSettingsOf(services.env));
    const call = { services, viewer: LOCAL_OWNER, request };
    return await withoutBodyOnHead(request, await askedBy(request, () => answer(call)));
  } catch (thrown) {
    const error = requestError(thrown);
    if (error.code === "internal" || error.code === "database_away")
      globalThis.safelightServices?.then(({ log }) => log.warn("request-failed", { error }));
    return errorResponse(error);
  }
}

/** An id from an address. What cannot be one does not exist. */
export function parseId(id: string): string {
  if (!isId(id)) throw new AppError("not_found");
  return id.toLowerCase();
}
