import "server-only";

/** What unfurls links or indexes pages, by the words in which it says so. */
const PROGRAMS =
  /bot\b|bot\/|crawl|spider|preview|unfurl|facebookexternalhit|facebot|whatsapp|skype|slack|embedly|iframely|oembed|cardyb|mastodon/i;

/** Whether a request for the page is a person's who opens it: no program, no fetching ahead, no part of a page. */
export function isView(headers: Headers): boolean {
  const agent = headers.get("user-agent") ?? "";
  const isAhead = /prefetch|prerender/i.test(
    `${headers.get("purpose")} ${headers.get("sec-purpose")} ${headers.get("x-moz")}`,
  );
  const isPart = headers.has("rsc") || headers.has("next-router-prefetch");
  return !PROGRAMS.test(agent) && !isAhead && !isPart;
}
