import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Image } from "@/lib/domain/image";
import { applyStudioEvent, type GalleryState } from "./gallery-state";
import { refusalWords } from "./refusal-words";
import { cancelGeneration, updateImage } from "./studio-api";

/** How an action speaks to the person: a line, and at most one thing to press. */
export type Notify = (message: string, action?: { label: string; run(): void }) => void;

export type ImageActions = {
  toggleFavourite(image: Image): void;
  /** Moves a picture to the trash and offers to bring it back. */
  remove(image: Image): void;
  /** Settles with whether the studio took it. */
  cancel(generationId: string): Promise<boolean>;
};

type Change = { favourite?: boolean; deletedAt?: string | null };

/** What a person can do with a picture. It shows at once, and is taken back with a line when the studio refuses. */
export function useImageActions(notify: Notify): ImageActions {
  const queryClient = useQueryClient();
  return useMemo(() => {
    const refuse = (thrown: unknown) => notify(refusalWords(thrown));
    const change = (image: Image, now: Change, back: Change) => {
      changeRow(queryClient, image, now);
      const body =
        now.favourite === undefined ? { deleted: now.deletedAt !== null } : { favourite: now.favourite };
      return updateImage(image.id, body).then(
        (row) => putRow(queryClient, row),
        (thrown: unknown) => {
          changeRow(queryClient, image, back);
          refuse(thrown);
        },
      );
    };
    const setDeletedAt = (image: Image, deletedAt: string | null) =>
      change(image, { deletedAt }, { deletedAt: deletedAt === null ? new Date().toISOString() : null });
    return {
      toggleFavourite(image) {
        const { favourite } = image;
        void change(image, { favourite: !favourite }, { favourite });
      },
      remove(image) {
        void setDeletedAt(image, new Date().toISOString());
        notify("Deleted.", { label: "Undo", run: () => void setDeletedAt(image, null) });
      },
      cancel(generationId) {
        return cancelGeneration(generationId).then(
          () => {
            notify("Stopped what was not sent. What was sent may be billed.");
            return true;
          },
          (thrown: unknown) => {
            refuse(thrown);
            return false;
          },
        );
      },
    };
  }, [queryClient, notify]);
}

/** Lays the studio's own answer over what is known; the event stream may have been quicker. */
function putRow(queryClient: QueryClient, image: Image): void {
  queryClient.setQueryData<GalleryState>(["gallery", image.sessionId], (state) =>
    state ? applyStudioEvent(state, { type: "image-changed", image }) : state,
  );
}

/** Changes a row ahead of the studio. Its version stays, so that the studio's next word replaces it. */
function changeRow(queryClient: QueryClient, { id, sessionId, generationId }: Image, change: Change): void {
  queryClient.setQueryData<GalleryState>(["gallery", sessionId], (state) => {
    const siblings = state?.images[generationId];
    if (!state || !siblings) return state;
    const changed = siblings.map((row) => (row.id === id ? { ...row, ...change } : row));
    return { ...state, images: { ...state.images, [generationId]: changed } };
  });
}
