import { getApiModel } from "@/lib/server/api/catalogue/api-models";
import { handleApi, refuseMethod } from "@/lib/server/doors/handle-api";

/** An id may have a vendor before it, with its slash as it is or escaped. */
export function GET(request: Request, { params }: RouteContext<"/v1/models/[...id]">) {
  return handleApi(request, async (call) => {
    const { id } = await params;
    return getApiModel(call, decodeURIComponent(id.join("/")));
  });
}

const refuse = refuseMethod("GET");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
