import "server-only";
import type { Services } from "@/lib/server/services";
import type { Visit } from "./open-share";

/** A request of a visitor, once their door has let it in. */
export type VisitCall = { services: Services; visit: Visit; request: Request };
