import { notFound } from "@/lib/domain/images-api/api-error";
import { handleApi, refuseMethod } from "@/lib/server/doors/handle-api";

export function POST(request: Request) {
  return handleApi(request, async () => {
    throw notFound(
      "unknown_url",
      null,
      "This studio does not edit images by the API yet: it serves POST /v1/images/generations.",
    );
  });
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
