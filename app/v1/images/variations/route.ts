import { notFound } from "@/lib/domain/images-api/api-error";
import { handleApi, refuseMethod } from "@/lib/server/doors/handle-api";

export function POST(request: Request) {
  return handleApi(request, async () => {
    throw notFound(
      "unknown_url",
      null,
      "The Images API has no variations any more: use POST /v1/images/generations.",
    );
  });
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
