import { generateImages } from "@/lib/server/api/generate-images";
import { handleApi, refuseMethod } from "@/lib/server/doors/handle-api";

export function POST(request: Request) {
  return handleApi(request, generateImages);
}

const refuse = refuseMethod("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
