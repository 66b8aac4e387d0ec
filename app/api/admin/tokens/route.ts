import { openTokenDesk } from "@/lib/server/admin/token-desk";
import { handleAdmin } from "@/lib/server/doors/handle-admin";
import { readJson } from "@/lib/server/http/read-json";

export function GET(request: Request) {
  return handleAdmin(request, async ({ database }) =>
    Response.json(await openTokenDesk(database.drizzle).list()),
  );
}

export function POST(request: Request) {
  return handleAdmin(request, async ({ database }) => {
    const made = await openTokenDesk(database.drizzle).create(await readJson(request));
    return Response.json(made, { status: 201, headers: { "cache-control": "no-store" } });
  });
}
