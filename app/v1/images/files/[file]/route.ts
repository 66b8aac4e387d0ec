import { serveSignedPicture } from "@/lib/server/api/addresses/serve-signed-picture";
import { handleOpenApi, refuseMethod } from "@/lib/server/doors/handle-api";

export function GET(request: Request, { params }: RouteContext<"/v1/images/files/[file]">) {
  return handleOpenApi(request, async (services) => serveSignedPicture(services, (await params).file));
}

const refuse = refuseMethod("GET");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
