import { handle } from "@/lib/server/doors/handle";
import { tryProviders } from "@/lib/server/models/try-providers";

export function POST(request: Request) {
  return handle(request, async ({ services }) => Response.json(await tryProviders(services)));
}
