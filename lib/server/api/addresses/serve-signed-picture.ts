import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { findAddressedPicture } from "@/lib/server/db/queries/api-tokens";
import { readStudioSecret } from "@/lib/server/secrets/studio-secret";
import type { Services } from "@/lib/server/services";
import { readAddress } from "./signed-address";

/**
 * The bytes behind an address that the API gave out. Whoever has it needs no token. A wrong address, one whose time is
 * over, one of a revoked token and one of a deleted picture are the same 404.
 * @param name the last part of the address
 */
export async function serveSignedPicture(
  { env, database, storage }: Services,
  name: string,
): Promise<Response> {
  const addressed = readAddress(await readStudioSecret(env), name);
  const id = addressed && (await findAddressedPicture(database.reads, addressed));
  const stored = id ? await storage.open(originalKey(id)) : null;
  if (!stored) throw new AppError("not_found");
  return new Response(stored.stream(), {
    headers: {
      "content-type": stored.contentType,
      "content-length": String(stored.sizeBytes),
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      // The address is the right to see it, on whatever page it is shown.
      "cross-origin-resource-policy": "cross-origin",
      "referrer-policy": "no-referrer",
    },
  });
}
