import { getApiModel } from "@/lib/server/api/catalogue/api-models";
import { handleApi, refuseMethod } from "@/lib/server/doors/handle-api";
import { pathRest } from "@/lib/server/http/path-rest";

export function GET(request: Request) {
  return handleApi(request, (call) => getApiModel(call, pathRest(request, "/v1/models/")));
}

const refuse = refuseMethod("GET");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
