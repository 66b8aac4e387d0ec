import type { QueryClient } from "@tanstack/react-query";
import { updateSession } from "@/lib/client/api/session-api";
import type { Session, SessionChange } from "@/lib/domain/session/session";
import { tellGallery } from "./gallery-cache";

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
  tellGallery(queryClient, id, [{ type: "session-changed", session }]);
  await queryClient.invalidateQueries({ queryKey: ["sessions"] });
  return session;
}
