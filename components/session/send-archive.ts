import { uploadFile } from "@/lib/client/api/upload-file";
import type { Session } from "@/lib/domain/session/session";

/**
 * Brings in a session that a studio exported.
 * @param progress.onProgress gets the share of the file that was sent, 0 to 1
 * @throws RequestError that says which part of the file is wrong; nothing was changed then
 */
export function sendArchive(file: File, progress: { signal: AbortSignal; onProgress(share: number): void }) {
  return uploadFile<Session>("/api/sessions/import", file, progress);
}
