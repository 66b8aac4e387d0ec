import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { getServices } from "@/lib/server/running-studio";
import { oembed, tokenInAddress } from "@/lib/server/visits/oembed";

/** `?url=` a gallery's address, `format`, `maxwidth` and `maxheight` as oEmbed has them. */
export async function GET(request: Request) {
  const query = new URL(request.url).searchParams;
  const { env } = await getServices();
  const token = tokenInAddress(query.get("url") ?? "", request.headers, env);
  return handleVisit(request, token, async ({ visit }) => oembed(visit, request.headers, query, env), {
    whileLocked: true,
  });
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
