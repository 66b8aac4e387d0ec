import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Storage } from "@/lib/server/ports/storage";

/**
 * The bytes of a picture, as the API carries them.
 * @throws AppError not_found when they were deleted for good
 */
export async function readOriginal(storage: Storage, key: string): Promise<{ b64_json: string }> {
  const bytes = await storage.get(key);
  if (!bytes) throw new AppError("not_found", { message: "The picture was deleted." });
  return { b64_json: Buffer.from(bytes).toString("base64") };
}
