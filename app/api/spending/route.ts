import { handle } from "@/lib/server/doors/handle";
import { readSpending } from "@/lib/server/spending/read-spending";

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) => Response.json(await readSpending(services, viewer)));
}
