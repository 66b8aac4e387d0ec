import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { cancelGeneration, updateImage, updateImages } from "@/lib/client/api/studio-api";
import { changeRows, putRows, type RowChange } from "@/lib/client/gallery/gallery-cache";
import type { Image, ImageChange } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { countWords } from "@/lib/domain/text/count-words";
import { forgetUndo, recordUndo } from "./undo-log";

/** How an action speaks to the person: a line, and at most one thing to press. */
export type Notify = (message: string, action?: { label: string; run(): void }) => void;

export type ImageActions = {
  toggleFavourite(image: Image): void;
  toggleRejected(image: Image): void;
  /** Moves a picture to the trash and offers to bring it back. */
  remove(image: Image): void;
  /** Marks the finished ones of many, or takes the mark from them where all have it. */
  toggleFlag(images: readonly Image[], mark: Flag): void;
  /** Moves many to the trash, with one line that brings all of them back. */
  removeAll(images: readonly Image[]): void;
  /** Settles with whether the studio took it. */
  cancel(generationId: string): Promise<boolean>;
};

export type Flag = "favourite" | "rejected";

const MARKED = { favourite: "marked as favourite", rejected: "rejected" } as const;
const UNMARKED = { favourite: "no favourite any more", rejected: "no longer rejected" } as const;

/** What a person can do with pictures. It shows at once, and is taken back with a line when the studio refuses. */
export function useImageActions(notify: Notify): ImageActions {
  const queryClient = useQueryClient();
  return useMemo(() => {
    const refuse = (thrown: unknown) => notify(refusalWords(thrown));
    const change = (images: readonly Image[], now: RowChange, back: RowChange) => {
      changeRows(queryClient, images, now);
      return send(images, wireChange(now)).then(
        (rows) => {
          putRows(queryClient, rows);
          return true;
        },
        (thrown: unknown) => {
          changeRows(queryClient, images, back);
          refuse(thrown);
          return false;
        },
      );
    };
    /** Changes what can be taken back at any time, and gives the way to do it now. */
    const act = (images: readonly Image[], words: string, now: RowChange, back: RowChange) => {
      const done = change(images, now, back);
      const ids = images.map(({ id }) => id);
      const step = { kind: "images", ids, change: wireChange(back) } as const;
      const undoId = recordUndo({ sessionId: sessionOf(images), words, step }, done);
      return () => {
        forgetUndo(undoId);
        // In turn, so that the two never overtake each other.
        void done.then(() => change(images, back, now));
      };
    };
    const toggle = (image: Image, mark: Flag) => {
      const words = flagWords(1, mark, !image[mark]);
      act([image], words, { [mark]: !image[mark] }, { [mark]: image[mark] });
    };
    const remove = (images: readonly Image[], line: string) => {
      const words = `${countWords(images.length, "picture")} deleted.`;
      const run = act(images, words, { deletedAt: new Date().toISOString() }, { deletedAt: null });
      notify(line, { label: "Undo", run });
    };
    return {
      toggleFavourite: (image) => toggle(image, "favourite"),
      toggleRejected: (image) => toggle(image, "rejected"),
      remove: (image) => remove([image], "Deleted."),
      toggleFlag(images, mark) {
        const finished = images.filter(({ state }) => state === "completed");
        const unmarked = finished.filter((image) => !image[mark]);
        const isOn = unmarked.length > 0;
        const changed = isOn ? unmarked : finished;
        if (changed.length === 0) return;
        const words = flagWords(changed.length, mark, isOn);
        notify(words, { label: "Undo", run: act(changed, words, { [mark]: isOn }, { [mark]: !isOn }) });
      },
      removeAll(images) {
        const ended = images.filter(isEnded);
        if (ended.length > 0) remove(ended, `${countWords(ended.length, "picture")} deleted.`);
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

async function send(images: readonly Image[], change: ImageChange): Promise<Image[]> {
  const ids = images.map(({ id }) => id);
  const [only] = ids;
  return ids.length === 1 && only !== undefined
    ? [await updateImage(only, change)]
    : updateImages(ids, change);
}

function wireChange({ deletedAt, ...marks }: RowChange): ImageChange {
  return deletedAt === undefined ? marks : { ...marks, deleted: deletedAt !== null };
}

/** The session that all of them are of; null where they are of several. */
function sessionOf([first, ...others]: readonly Image[]): string | null {
  return first && others.every(({ sessionId }) => sessionId === first.sessionId) ? first.sessionId : null;
}

function flagWords(count: number, mark: Flag, isOn: boolean): string {
  return `${countWords(count, "picture")} ${(isOn ? MARKED : UNMARKED)[mark]}.`;
}
