import "server-only";
import { invalidField } from "@/lib/domain/errors/app-error";
import type { Env } from "@/lib/server/env";
import { escapeXml } from "@/lib/server/picture-files/xml-text";
import { isUnlocked, type Visit } from "./open-share";
import { COVER } from "./pictures/make-cover";

/** What a locked gallery is called, whatever its title. */
const LOCKED_TITLE = "A shared gallery";
/** A frame that shows two rows of pictures. */
const FRAME = { widthPx: 800, heightPx: 600 } as const;

/**
 * The token in a gallery's address, where the address is one of this studio's; an empty text otherwise,
 * which opens nothing.
 */
export function tokenInAddress(address: string, headers: Headers, env: Env): string {
  if (!URL.canParse(address)) return "";
  const { host, protocol, pathname } = new URL(address);
  const own = [env.STUDIO_PUBLIC_URL && new URL(env.STUDIO_PUBLIC_URL).host, headers.get("host")];
  const isOwn = /^https?:$/.test(protocol) && own.some((one) => one?.toLowerCase() === host);
  const [, token = ""] = /^\/g\/([^/]+)(?:\/embed)?\/?$/.exec(pathname) ?? [];
  return isOwn ? token : "";
}

/** How large a site lets it be, in pixels; Infinity where it does not say. */
type Room = { widthPx: number; heightPx: number };

/**
 * How large a frame a site has room for.
 * @throws AppError invalid_input for a size that is none
 */
export function readRoom(query: URLSearchParams): Room {
  return { widthPx: pixelsOf(query, "maxwidth"), heightPx: pixelsOf(query, "maxheight") };
}

/**
 * How other sites show a gallery (oEmbed 1.0, type "rich"): in a frame, under its title and cover.
 * @param origin of galleries, as whoever asks reaches them
 */
export function oembed(visit: Visit, origin: string, max: Room): object {
  const width = Math.min(FRAME.widthPx, max.widthPx);
  const height = Math.min(FRAME.heightPx, max.heightPx);
  const title = isUnlocked(visit) ? visit.share.title : LOCKED_TITLE;
  const pageUrl = `${origin}/g/${visit.token}`;
  const source = escapeXml(`${pageUrl}/embed`);
  const size = `width="${width}" height="${height}"`;
  const html = `<iframe src="${source}" ${size} title="${escapeXml(title)}" style="border:0" loading="lazy" allowfullscreen></iframe>`;
  // A thumbnail must keep within the limits too, and there is one size of it.
  const fits = COVER.widthPx <= max.widthPx && COVER.heightPx <= max.heightPx;
  const cover = { thumbnail_width: COVER.widthPx, thumbnail_height: COVER.heightPx };
  const thumbnail = fits ? { thumbnail_url: `${pageUrl}/cover.jpg`, ...cover } : {};
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Safelight",
    title,
    width,
    height,
    html,
    ...thumbnail,
  };
}

function pixelsOf(query: URLSearchParams, name: string): number {
  const text = query.get(name);
  if (text === null) return Number.POSITIVE_INFINITY;
  const pixels = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (pixels > 0) return pixels;
  throw invalidField(name, `${name} must be a whole number of pixels.`);
}
