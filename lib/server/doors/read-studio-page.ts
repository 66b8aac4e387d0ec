import "server-only";
import type { StudioData } from "@/lib/domain/gallery/studio-data";
import { findDraft, findSession } from "@/lib/server/db/queries/sessions";
import { offeredModels, readProviderInfo } from "@/lib/server/models/offered-models";
import { getServices } from "@/lib/server/running-studio";
import type { Services } from "@/lib/server/services";
import { currentSession } from "@/lib/server/sessions/current-session";
import { readSessionList } from "@/lib/server/sessions/list-sessions";
import { readGallery } from "@/lib/server/sessions/read-gallery";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import { askAgain } from "./ask-again";

/**
 * What the studio's page shows at first.
 * @param sessionId null for the session that was worked in last
 * @throws AppError not_found when the session is not the viewer's
 */
export async function readStudioPage(sessionId: string | null): Promise<StudioData> {
  const services = await getServices();
  return askAgain(() => readStudio(services, sessionId));
}

async function readStudio(services: Services, sessionId: string | null): Promise<StudioData> {
  const { drizzle, reads: db } = services.database;
  const id = sessionId ?? (await currentSession(drizzle, LOCAL_OWNER)).id;
  const gallery = await readGallery(db, LOCAL_OWNER, { sessionId: id, before: null });
  const draft = await findDraft(db, { viewerId: LOCAL_OWNER.id, id });
  const sessions = await readSessionList(db, LOCAL_OWNER, { shelf: "current", title: null, before: null });
  const provider = await readProviderInfo(services);
  return { gallery, draft, sessions, provider, models: offeredModels(services, provider) };
}

/** The title of one of the viewer's sessions; null when there is none. */
export async function readSessionTitle(id: string): Promise<string | null> {
  const { database } = await getServices();
  const session = await askAgain(() => findSession(database.reads, { viewerId: LOCAL_OWNER.id, id }));
  return session?.title ?? null;
}
