import { listApiModels } from "@/lib/server/api/catalogue/api-models";
import { handleApi, refuseMethod } from "@/lib/server/doors/handle-api";

export function GET(request: Request) {
  return handleApi(request, listApiModels);
}

const refuse = refuseMethod("GET");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
