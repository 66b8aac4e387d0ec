import "server-only";
import { findNewestSharedPicture } from "@/lib/server/db/queries/sharing/shared-pictures";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { isUnlocked } from "../open-share";
import { openDerived } from "./derived-picture";
import { makeNeutralCover } from "./make-cover";
import { hasVersion, pictureHeaders } from "./picture-headers";

/**
 * The picture under which a gallery's link unfurls: of its newest finished picture, or a blank one
 * where there is none, or none that whoever asks may see.
 */
export async function serveCover({ services, visit, request }: VisitCall): Promise<Response> {
  const { reads: db } = services.database;
  const picture = isUnlocked(visit) ? await findNewestSharedPicture(db, { share: visit.share }) : null;
  const etag = picture ? `"${picture.originalHash}-cover"` : '"blank"';
  // Other sites show it, so it says nothing of where it may be shown.
  const headers = { ...pictureHeaders(etag), "content-type": "image/jpeg" };
  if (hasVersion(request.headers, etag)) return new Response(null, { status: 304, headers });
  const stored = picture && (await openDerived(services, picture.id, "cover"));
  if (stored) {
    return new Response(stored.stream(), {
      headers: { ...headers, "content-length": String(stored.sizeBytes) },
    });
  }
  const blank = Buffer.from(await makeNeutralCover());
  return new Response(blank, {
    headers: { ...headers, etag: '"blank"', "content-length": String(blank.length) },
  });
}
