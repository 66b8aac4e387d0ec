import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { downloadName } from "@/lib/domain/generation/download-name";
import { countSharedPictures, findSharedPicture } from "@/lib/server/db/queries/sharing/shared-pictures";
import { attachment } from "@/lib/server/http/attachment";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { hasVersion, pictureHeaders } from "./picture-headers";
import { originalSource } from "./serve-shared-picture";

/**
 * A picture's original as a download, named after the share and numbered from its oldest picture.
 * @throws AppError not_found, also where the share allows no downloads
 */
export async function downloadSharedPicture(
  { services: { database, storage }, visit: { share }, request }: VisitCall,
  id: string,
): Promise<Response> {
  const { reads: db } = database;
  const picture = share.allowDownload ? await findSharedPicture(db, { share, id }) : null;
  if (picture?.state !== "completed" || picture.originalHash === null) throw new AppError("not_found");
  const source = originalSource(id, picture.originalHash, share);
  const etag = `"${source.version}-file"`;
  const headers = { ...pictureHeaders(etag), "cross-origin-resource-policy": "same-origin" };
  if (hasVersion(request.headers, etag)) return new Response(null, { status: 304, headers });
  const index = await countSharedPictures(db, { share, madeBefore: picture });
  const stored = await source.open(storage);
  if (!stored) throw new AppError("not_found");
  const { contentType, sizeBytes } = stored;
  return new Response(stored.stream(), {
    headers: {
      ...headers,
      "content-type": contentType,
      "content-length": String(sizeBytes),
      "content-disposition": attachment(downloadName(share.title, { index, contentType })),
    },
  });
}
