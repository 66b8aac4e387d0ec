import { type Dispatch, useReducer } from "react";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { useSharedEvents } from "./use-shared-events";
import { applyShared, openState, type SharedAction, type SharedState } from "./visitor-gallery-state";

/** A shared gallery that follows the studio for as long as the page is open. */
export function useSharedGallery(
  token: string,
  gallery: SharedGallery,
  isNewest: boolean,
): [SharedState, Dispatch<SharedAction>] {
  const [state, dispatch] = useReducer(applyShared, null, () => openState(gallery, isNewest));
  const isNamed = state.kind === "open" && state.gallery.visitorName !== null;
  useSharedEvents(token, isNamed ? "named" : "nameless", state.kind === "open", dispatch);
  return [state, dispatch];
}
