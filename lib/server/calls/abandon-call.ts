import "server-only";
import type { AppError } from "@/lib/domain/errors/app-error";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { finishPicture } from "@/lib/server/answers/finish-picture";
import type { CallRow } from "@/lib/server/db/queries/journal/calls";
import { storeTile } from "@/lib/server/images/keep-picture";
import type { Services } from "@/lib/server/services";
import { endCall } from "./end-call";
import { type LoadedCall, loadCall } from "./load-call";

/**
 * Ends a sent call that nobody follows any more. It is never sent again: it may have been billed. A
 * picture whose bytes were stored before its worker died is finished from them; the others are unknown.
 * @param error what the people who wait for it are told
 */
export async function abandonCall(
  services: Services,
  call: Pick<CallRow, "id">,
  error: AppError,
): Promise<void> {
  const loaded = await loadCall(services.database.drizzle, { id: call.id });
  // One that was answered is settled by what its answer said.
  if (!loaded || loaded.call.state === "answered") return;
  for (const { id } of loaded.images) await finishFromStorage(services, id, loaded);
  await endCall(services, loaded, error);
}

async function finishFromStorage(services: Services, id: string, { call }: LoadedCall): Promise<void> {
  const bytes = await services.storage.get(originalKey(id));
  if (!bytes) return;
  const stored = await storeTile(services.storage, { id, bytes });
  const known = { answer: { durationMs: longestOf(services, call) }, picture: null };
  await finishPicture(services.database, { callId: call.id, image: { id, stored }, ...known });
}

/** The time since it was sent, but no longer than a call can take: the studio may have been away for months. */
function longestOf({ env }: Services, { sentAt }: CallRow): number {
  const sinceMs = Date.now() - (sentAt?.getTime() ?? Date.now());
  return Math.min(Math.max(sinceMs, 0), env.STUDIO_OVERALL_TIMEOUT_S * 1000);
}
