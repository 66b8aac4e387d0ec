import "server-only";
import type { ApiTokenRow } from "@/lib/server/schema/api-tables";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";

/** A request of a program that was let in. */
export type ApiCall = {
  services: Services;
  /** Whose token it bears. */
  viewer: Viewer;
  token: ApiTokenRow;
  request: Request;
};
