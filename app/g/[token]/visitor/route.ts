import { visitorInputSchema } from "@/lib/domain/share/review";
import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { isHttps } from "@/lib/server/visits/gallery-address";
import { requireReview } from "@/lib/server/visits/named-visitor";
import { visitorCookie } from "@/lib/server/visits/visitor-cookie";
import { readVisitorJson, visitorJson } from "@/lib/server/visits/visitor-json";
import { writeName } from "@/lib/server/visits/write-name";

/** The visitor's name; a new browser gets its cookie. */
export async function POST(request: Request, { params }: RouteContext<"/g/[token]/visitor">) {
  return handleVisit(request, (await params).token, async ({ services, visit }) => {
    requireReview(visit);
    const { name } = await readVisitorJson(request, visitorInputSchema);
    const { cookie } = await writeName(services, visit, name);
    const isSecure = isHttps(request.headers, services.env);
    return visitorJson(
      { name },
      200,
      cookie === null ? {} : { "set-cookie": visitorCookie(visit.token, cookie, isSecure) },
    );
  });
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
