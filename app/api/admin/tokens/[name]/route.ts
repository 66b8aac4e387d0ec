import { openTokenDesk } from "@/lib/server/admin/token-desk";
import { handleAdmin } from "@/lib/server/doors/handle-admin";
import { pathRest } from "@/lib/server/http/path-rest";

export function DELETE(request: Request) {
  return handleAdmin(request, async ({ database }) =>
    Response.json(await openTokenDesk(database.drizzle).revoke(pathRest(request, "/api/admin/tokens/"))),
  );
}
