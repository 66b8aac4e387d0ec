import "server-only";
import path from "node:path";
import { v7 as uuidv7 } from "uuid";
import { AppError } from "@/lib/domain/errors/app-error";
import { pictureKeys } from "@/lib/domain/generation/picture-address";
import type { Session } from "@/lib/domain/session/session";
import { archiveFault } from "@/lib/server/archive/archive-error";
import { ARCHIVE_LIMITS, type ArchiveLimits } from "@/lib/server/archive/archive-limits";
import { findSession } from "@/lib/server/db/queries/sessions";
import type { Services } from "@/lib/server/services";
import type { Viewer } from "@/lib/server/viewer";
import { checkArchive } from "./check-archive";
import type { ArchivePlan } from "./check-rows";
import { insertArchive } from "./insert-archive";
import { openArchive } from "./open-archive";
import { receiveArchive } from "./receive-archive";
import { storePictures } from "./store-pictures";

type Import = Pick<Services, "database" | "storage" | "log"> & {
  env: Pick<Services["env"], "STUDIO_DATA_DIR">;
};

/**
 * A session from the zip in a request's body, as a new one with new ids: importing twice gives two.
 * Everything is checked before anything is written; then the pictures are stored, then all rows
 * appear in one transaction. A refusal leaves no row and no file, and neither does a person who takes
 * the request back, until the rows are there.
 * @throws AppError archive_invalid, payload_too_large, storage_failed, cancelled
 */
export async function importSession(
  services: Import,
  viewer: Viewer,
  request: Request,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Session> {
  const folder = path.resolve(services.env.STUDIO_DATA_DIR, "imports");
  await using received = await receiveArchive(request, { folder, sizeBytesMax: limits.archiveBytesMax });
  await using archive = await openArchive(received.file, limits);
  const plan = await checkArchive(archive, limits);
  const sessionId = uuidv7();
  const goOn = () => refuseTakenBack(request.signal);
  try {
    const stored = await storePictures(services.storage, archive, plan.pictures, goOn);
    const insertion = { viewer, archive, plan, stored, sessionId, limits };
    return await services.database.drizzle.transaction(async (tx) => {
      const session = await insertArchive(tx, insertion);
      goOn();
      return session;
    });
  } catch (error) {
    // A connection that is lost over the commit leaves it open whether the session is there. While
    // that cannot be asked, its pictures stay.
    const session = await findSession(services.database.drizzle, { viewerId: viewer.id, id: sessionId });
    if (session) return session;
    await removePictures(services, plan);
    throw isRefusedData(error) ? archiveFault("the database does not take its rows", error) : error;
  }
}

function refuseTakenBack({ aborted }: AbortSignal): void {
  if (aborted) throw new AppError("cancelled", { message: "The import was stopped.", billed: "no" });
}

/** SQLSTATE: data exception, constraint violation, program limit exceeded; the query layer wraps the database's error. */
function isRefusedData(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return /^(22|23|54)/.test(code) || isRefusedData(error.cause);
}

async function removePictures({ storage, log }: Import, { pictures }: ArchivePlan): Promise<void> {
  for (const id of new Set(pictures.map(({ imageId }) => imageId)))
    await storage.remove(pictureKeys(id)).catch((error: unknown) => log.warn("request-failed", { error }));
}
