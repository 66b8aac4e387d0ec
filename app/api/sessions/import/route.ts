import { importSession } from "@/lib/server/archive/import-session";
import { handle } from "@/lib/server/http/handle";

/** The body is the zip as it is, up to 32 GiB. */
export function POST(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const session = await importSession(services, viewer, request);
    return Response.json(session, { status: 201 });
  });
}
