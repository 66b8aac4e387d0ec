import { apiTokenChangeSchema } from "@/lib/domain/tokens/api-token";
import { handle, parseId } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { readJson } from "@/lib/server/http/read-json";
import { changeApiToken } from "@/lib/server/tokens/change-api-token";
import { readApiToken } from "@/lib/server/tokens/read-api-tokens";

export function PATCH(request: Request, { params }: RouteContext<"/api/tokens/[id]">) {
  return handle(request, async ({ services, viewer }) => {
    const { drizzle: db } = services.database;
    const id = parseId((await params).id);
    await changeApiToken(db, viewer, id, parseInput(apiTokenChangeSchema, await readJson(request)));
    return Response.json(await readApiToken(db, viewer, id));
  });
}
