import { handleVisit } from "@/lib/server/doors/handle-visit";
import { nothing } from "@/lib/server/http/nothing";
import { readForm } from "@/lib/server/http/read-form";
import { isHttps } from "@/lib/server/visits/gallery-address";
import { unlock } from "@/lib/server/visits/unlock";
import { visitorCookie } from "@/lib/server/visits/visitor-cookie";

/** A password of 200 characters, every one escaped, takes 2.4 KB. */
const FORM_BYTES_MAX = 4 * 1024;

/** A plain form's field `password`; the answer leads back to the page, which shows the pictures or says why not. */
export async function POST(request: Request, { params }: RouteContext<"/g/[token]/unlock">) {
  const { token } = await params;
  return handleVisit(
    request,
    token,
    async ({ services, visit }) => {
      const password = (await readForm(request, FORM_BYTES_MAX)).get("password") ?? "";
      const unlocking = await unlock(services, visit, password);
      switch (unlocking.kind) {
        case "wrong":
          return backTo(token, "?refused=wrong");
        case "later": {
          const waitS = Math.ceil(unlocking.retryAfterMs / 1000);
          return backTo(token, "?refused=later", { "retry-after": String(waitS) });
        }
        case "open": {
          const { cookie } = unlocking;
          if (cookie === null) return backTo(token);
          const isSecure = isHttps(request.headers, services.env);
          return backTo(token, "", { "set-cookie": visitorCookie(token, cookie, isSecure) });
        }
      }
    },
    { whileLocked: true },
  );
}

/** 303: the browser asks for the page with GET. */
function backTo(token: string, query = "", headers: Record<string, string> = {}): Response {
  const location = `/g/${token}${query}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store", ...headers } });
}

export { nothing as DELETE, nothing as GET, nothing as OPTIONS, nothing as PATCH, nothing as PUT };
