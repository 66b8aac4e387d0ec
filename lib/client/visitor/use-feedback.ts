import { type Dispatch, useCallback, useRef, useState } from "react";
import type { Mark, Pin } from "@/lib/domain/share/review";
import type { SharedComment, SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { isGalleryGone } from "./is-gallery-gone";
import { refusalOf, SharedRequestError, send } from "./send";
import type { SharedAction } from "./visitor-gallery-state";

type Wish = { imageId: string; mark: Mark | null };
export type NewComment = { imageId: string; text: string; pin: Pin | null; parentId: string | null };

export type Feedback = {
  /** Picks, rejects, or takes back. The first time it waits for a name. */
  mark(imageId: string, mark: Mark | null): void;
  /** What waits for a name; null while nothing does. */
  wish: Wish | null;
  forgetWish(): void;
  /** Gives the name, and does what waited for it. @throws SharedRequestError */
  giveName(name: string): Promise<void>;
  /** @throws SharedRequestError */
  comment(words: NewComment): Promise<void>;
  removeComment(comment: SharedComment): void;
  /** What went wrong last, to be shown until it is dismissed. */
  notice: string | null;
  dismissNotice(): void;
};

/** What a visitor may do to a gallery: shown at once, and taken back with a word where the studio refuses. */
export function useFeedback(
  token: string,
  gallery: SharedGallery | null,
  dispatch: Dispatch<SharedAction>,
): Feedback {
  const [wish, setWish] = useState<Wish | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const queues = useRef(new Map<string, Promise<unknown>>());
  const newest = useRef(gallery);
  newest.current = gallery;

  const fail = useCallback(
    async (thrown: unknown) => {
      if (thrown instanceof SharedRequestError && thrown.isMissing && (await isGalleryGone(token)))
        dispatch({ type: "gone" });
    },
    [token, dispatch],
  );

  const post = useCallback(
    async ({ imageId, mark }: Wish) => {
      const before = newest.current?.marks[imageId] ?? null;
      dispatch({ type: "marked", imageId, mark });
      setNotice(null);
      // One after the other, so that the last press is also the last that the studio hears of.
      const turn = (queues.current.get(imageId) ?? Promise.resolve()).then(() =>
        send(`/g/${token}/marks`, { method: "POST", body: { imageId, mark } }),
      );
      const settled = turn.catch(() => undefined);
      queues.current.set(imageId, settled);
      try {
        await turn;
      } catch (thrown) {
        if (queues.current.get(imageId) === settled) dispatch({ type: "marked", imageId, mark: before });
        setNotice(`Your ${mark ?? "change"} is not kept. ${refusalOf(thrown)}`);
        await fail(thrown);
      }
    },
    [token, dispatch, fail],
  );

  const mark = useCallback(
    (imageId: string, mark: Mark | null) => {
      if (newest.current?.visitorName === null) setWish({ imageId, mark });
      else void post({ imageId, mark });
    },
    [post],
  );

  return {
    mark,
    wish,
    forgetWish: () => setWish(null),
    async giveName(name) {
      const given = await send<{ name: string }>(`/g/${token}/visitor`, {
        method: "POST",
        body: { name },
      }).catch(async (thrown: unknown) => {
        await fail(thrown);
        throw thrown;
      });
      dispatch({ type: "named", name: given.name });
      setWish(null);
      if (wish) void post(wish);
    },
    async comment(words) {
      try {
        const comment = await send<SharedComment>(`/g/${token}/comments`, { method: "POST", body: words });
        dispatch({ type: "comment-changed", comment });
      } catch (thrown) {
        await fail(thrown);
        throw thrown;
      }
    },
    async removeComment(comment) {
      dispatch({ type: "comment-removed", id: comment.id });
      setNotice(null);
      try {
        await send(`/g/${token}/comments/${comment.id}`, { method: "DELETE" });
      } catch (thrown) {
        dispatch({ type: "comment-changed", comment });
        setNotice(`The comment is still there. ${refusalOf(thrown)}`);
        await fail(thrown);
      }
    },
    notice,
    dismissNotice: () => setNotice(null),
  };
}
