import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { getServices } from "@/lib/server/running-studio";
import { galleryOrigin } from "@/lib/server/visits/gallery-address";
import { oembed, readRoom, tokenInAddress } from "@/lib/server/visits/oembed";
import { visitorJson } from "@/lib/server/visits/visitor-json";

/** `?url=` a gallery's address, `format`, `maxwidth` and `maxheight` as oEmbed has them. */
export async function GET(request: Request) {
  const query = new URL(request.url).searchParams;
  const { env } = await getServices();
  const token = tokenInAddress(query.get("url") ?? "", request.headers, env);
  return handleVisit(
    request,
    token,
    async ({ visit }) => {
      const room = readRoom(query);
      // The only other format that the specification knows, and the answer it wants for one that is not served.
      if ((query.get("format") ?? "json") !== "json") return new Response(null, { status: 501 });
      return visitorJson(oembed(visit, galleryOrigin(request.headers, env), room));
    },
    { whileLocked: true },
  );
}

export { nothing as DELETE, nothing as OPTIONS, nothing as PATCH, nothing as POST, nothing as PUT };
