import { type RenderResult, render } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { StudioProvider } from "@/lib/client/studio/studio-context";
import { sampleSession } from "@/lib/domain/gallery/events.fixture";
import type { StudioData } from "@/lib/domain/gallery/studio-data";
import { everyModel } from "@/lib/domain/models/image-models.fixture";

/** For tests: a studio with every model, served by a provider, and an empty session. */
export const sampleStudio: StudioData = {
  gallery: { session: sampleSession, generations: [], images: [], matrices: [], olderCursor: null },
  draft: null,
  sessions: { sessions: [], olderCursor: null },
  models: everyModel,
  provider: { label: "api.example.com", isOffline: false, listedModelIds: null },
};

/** For tests: a part of the studio's page, with a person at it. */
export function renderInStudio(
  part: ReactNode,
  changes: Partial<StudioData> = {},
): RenderResult & { user: UserEvent } {
  // There is no layout that could put one thing over another.
  const user = userEvent.setup({ pointerEventsCheck: 0 });
  const data = { ...sampleStudio, ...changes };
  return { user, ...render(<StudioProvider data={data}>{part}</StudioProvider>) };
}
