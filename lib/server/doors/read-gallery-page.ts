import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { addView } from "@/lib/server/db/queries/sharing/visitors";
import { zoneOf, zoneSettingsOf } from "@/lib/server/http/zone";
import { getServices } from "@/lib/server/running-studio";
import type { Services } from "@/lib/server/services";
import { galleryOrigin } from "@/lib/server/visits/gallery-address";
import { isView } from "@/lib/server/visits/is-view";
import { isUnlocked, openShare } from "@/lib/server/visits/open-share";
import { readSharedGallery } from "@/lib/server/visits/read-shared-gallery";
import { readVisitorCookie } from "@/lib/server/visits/visitor-cookie";
import { askAgain } from "./ask-again";

/** What a link opens: the gallery, or before its password is given nothing but that it asks for one. */
export type SharedPage =
  | { kind: "locked"; token: string }
  | {
      kind: "open";
      token: string;
      gallery: SharedGallery;
      /** Absolute, for those who unfurl the link. */
      coverUrl: string;
      pageUrl: string;
    };

/**
 * What a visitor's page shows, and that it was opened. To be called once a request.
 * @param before the cursor of an older page, null for the newest
 * @throws AppError not_found, the same for a token that is unknown, revoked or expired
 */
export async function readSharedPage(
  headers: Headers,
  token: string,
  before: string | null,
): Promise<SharedPage> {
  const services = await getServices();
  if (zoneOf(headers, zoneSettingsOf(services.env)) === "foreign") throw new AppError("not_found");
  return askAgain(() => readShared(services, headers, token, before));
}

async function readShared(
  services: Services,
  headers: Headers,
  token: string,
  before: string | null,
): Promise<SharedPage> {
  const visit = await openShare(services, token, readVisitorCookie(headers));
  if (!isUnlocked(visit)) return { kind: "locked", token };
  const { drizzle, reads } = services.database;
  const gallery = await readSharedGallery(reads, visit, before);
  if (before === null && isView(headers)) await addView(drizzle, { shareId: visit.share.id });
  const pageUrl = `${galleryOrigin(headers, services.env)}/g/${token}`;
  return { kind: "open", token, gallery, pageUrl, coverUrl: `${pageUrl}/cover.jpg` };
}
