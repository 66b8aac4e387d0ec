import { importSession } from "@/lib/server/archive/import/import-session";
import { handle } from "@/lib/server/doors/handle";
import { nothing } from "@/lib/server/http/nothing";

/** The body is the zip as it is, up to 32 GiB. */
export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const session = await importSession(services, viewer, request);
    return Response.json(session, { status: 201 });
  });
}

// The proxy leaves this route out, whose bodies are large, so on the host of galleries it answers for itself.
export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
