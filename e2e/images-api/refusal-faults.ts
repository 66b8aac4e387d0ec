import type { Fault } from "./fault";

/** Faults that answer at once, with an error status of the API's table. */
export const REFUSAL_FAULTS = {
  "rate-limit-2": () => rateLimit(2),
  "rate-limit-120": () => rateLimit(120),
  "rate-limit-once": ({ isFirst, answer }) => (isFirst ? rateLimit(1) : answer()),
  quota: () =>
    refuse(
      429,
      "insufficient_quota",
      "insufficient_quota",
      "You exceeded your current quota, please check your plan.",
    ),
  "500": () =>
    refuse(500, "server_error", "server_error", "The server had an error while processing your request."),
  "502-html": () =>
    new Response("<html><body><h1>502 Bad Gateway</h1></body></html>", {
      status: 502,
      headers: { "content-type": "text/html" },
    }),
  "401": () => refuse(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided."),
  "model-gone": () =>
    refuse(404, "invalid_request_error", "model_not_found", "The model has been shut down.", "model"),
  moderation: () =>
    refuse(
      400,
      "image_generation_user_error",
      "moderation_blocked",
      "Your request was rejected by the safety system. safety_violations=[violence].",
    ),
} satisfies Record<string, Fault>;

function rateLimit(waitSeconds: number): Response {
  const message = `Rate limit reached. Please try again in ${waitSeconds}s.`;
  const response = refuse(429, "requests", "rate_limit_exceeded", message);
  response.headers.set("retry-after", String(waitSeconds));
  return response;
}

function refuse(
  status: number,
  type: string,
  code: string,
  message: string,
  param: string | null = null,
): Response {
  return Response.json({ error: { message, type, param, code } }, { status });
}
