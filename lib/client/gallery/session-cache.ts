import type { QueryClient } from "@tanstack/react-query";
import { updateSession } from "@/lib/client/api/session-api";
import type { Session, SessionChange } from "@/lib/domain/session/session";
import { applyStudioEvent, type GalleryState } from "./gallery-state";

/**
 * Changes a session and shows it: in its gallery, where that is loaded, and in every list.
 * @throws RequestError when the studio refuses
 */
export async function saveSession(
  queryClient: QueryClient,
  id: string,
  change: SessionChange,
): Promise<Session> {
  const session = await updateSession(id, change);
  queryClient.setQueryData<GalleryState>(["gallery", id], (state) =>
    state ? applyStudioEvent(state, { type: "session-changed", session }) : state,
  );
  await queryClient.invalidateQueries({ queryKey: ["sessions"] });
  return session;
}
