import { searchQuerySchema } from "@/lib/domain/gallery/search";
import { handle } from "@/lib/server/doors/handle";
import { parseInput } from "@/lib/server/http/parse-input";
import { search } from "@/lib/server/search/search-pictures";

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    const query = parseInput(searchQuerySchema, Object.fromEntries(new URL(request.url).searchParams));
    return Response.json(await search(services.database.reads, viewer, query));
  });
}
