import "server-only";
import type { Gallery } from "@/lib/domain/events";
import type { ImageModel } from "@/lib/domain/image-model";
import type { ProviderInfo } from "@/lib/domain/studio";
import { currentSession } from "./generations/current-session";
import { readGallery } from "./generations/read-gallery";
import { offeredModels, readProviderInfo } from "./models/provider-info";
import { getServices } from "./services";
import { LOCAL_OWNER } from "./viewer";

export type StudioPage = { gallery: Gallery; models: ImageModel[]; provider: ProviderInfo };

/** What the studio's page shows at first: the newest session, the models, who serves. */
export async function readStudioPage(): Promise<StudioPage> {
  const services = await getServices();
  const { drizzle: db } = services.database;
  const session = await currentSession(db, LOCAL_OWNER);
  const gallery = await readGallery(db, LOCAL_OWNER, { sessionId: session.id, before: null });
  const provider = await readProviderInfo(services);
  return { gallery, models: offeredModels(services, provider), provider };
}
