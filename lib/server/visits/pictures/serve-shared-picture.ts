import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { originalKey, variantKey } from "@/lib/domain/generation/picture-address";
import { type FoundPicture, findSharedPicture } from "@/lib/server/db/queries/sharing/shared-pictures";
import type { StoredBytes } from "@/lib/server/ports/storage";
import type { VisitCall } from "@/lib/server/visits/visit-call";
import { openDerived } from "./derived-picture";
import { hasVersion, pictureHeaders } from "./picture-headers";

const FILE = /^(partial|small|thumbnail|large|original)-([0-9a-f]{16})$/;

type Storage = VisitCall["services"]["storage"];
type Source = { version: string; open(storage: Storage): Promise<StoredBytes | null> };

/**
 * The bytes of a picture that the share shows, as the type they prove to be.
 * @param file "<variant>-<hash>"
 * @throws AppError not_found, for whatever reason there is nothing
 */
export async function serveSharedPicture(
  { services: { database, storage }, visit: { share }, request }: VisitCall,
  id: string,
  file: string,
): Promise<Response> {
  const [, name, hash = ""] = FILE.exec(file) ?? [];
  const picture = await findSharedPicture(database.reads, { share, id });
  const source = picture && sourceOf(name, picture, hash, share);
  if (!source) throw new AppError("not_found");
  const etag = `"${source.version}"`;
  const headers = { ...pictureHeaders(etag), "cross-origin-resource-policy": "same-origin" };
  if (hasVersion(request.headers, etag)) return new Response(null, { status: 304, headers });
  const stored = await source.open(storage);
  if (!stored) throw new AppError("not_found");
  const { contentType, sizeBytes } = stored;
  return new Response(stored.stream(), {
    headers: { ...headers, "content-type": contentType, "content-length": String(sizeBytes) },
  });
}

type Rights = { allowDownload: boolean; showPrompts: boolean };

function sourceOf(
  name: string | undefined,
  picture: FoundPicture,
  hash: string,
  share: Rights,
): Source | null {
  const isFinished = picture.state === "completed";
  const hasOriginal = isFinished && picture.originalHash === hash;
  switch (name) {
    case "partial":
      // An earlier one may still be asked for: its hash was told while it was the newest.
      return storedSource(picture.id, "partial", hash);
    case "thumbnail":
      return isFinished && picture.thumbnailHash === hash
        ? storedSource(picture.id, "thumbnail", hash)
        : null;
    case "small":
      return isFinished && picture.thumbnailHash === hash ? derivedSource(picture.id, "small", hash) : null;
    case "large":
      return hasOriginal ? derivedSource(picture.id, "large", hash) : null;
    case "original":
      return hasOriginal && share.allowDownload ? originalSource(picture.id, hash, share) : null;
    default:
      return null;
  }
}

function storedSource(id: string, variant: "partial" | "thumbnail", hash: string): Source {
  return { version: hash, open: (storage) => storage.open(variantKey(id, variant, hash)) };
}

function derivedSource(id: string, kind: "small" | "large", hash: string): Source {
  return { version: `${hash}-${kind}`, open: (storage) => openDerived({ storage }, id, kind) };
}

/** The file as it was stored, or where prompts are hidden a copy without a word. */
export function originalSource(
  id: string,
  hash: string,
  { showPrompts }: Pick<Rights, "showPrompts">,
): Source {
  return showPrompts
    ? { version: hash, open: (storage) => storage.open(originalKey(id)) }
    : { version: `${hash}-plain`, open: (storage) => openDerived({ storage }, id, "plain") };
}
