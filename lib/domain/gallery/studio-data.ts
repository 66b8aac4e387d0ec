import type { Draft } from "@/lib/domain/generation/draft";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ProviderInfo } from "@/lib/domain/models/provider-info";
import type { SessionPage } from "@/lib/domain/session/session";
import type { GalleryPage } from "./events";

/** What the server gives the page of one session. */
export type StudioData = {
  gallery: GalleryPage;
  /** What was typed and not sent when the page was asked for. */
  draft: Draft | null;
  /** The first page of the viewer's sessions. */
  sessions: SessionPage;
  models: readonly ImageModel[];
  provider: ProviderInfo;
};
