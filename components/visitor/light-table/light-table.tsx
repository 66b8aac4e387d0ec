"use client";

import dynamic from "next/dynamic";
import { useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { useZoomPan } from "@/components/ui/zoom-pan/use-zoom-pan";
import { ZoomPanFrame } from "@/components/ui/zoom-pan/zoom-pan-frame";
import { useCommentDraft } from "@/components/visitor/comments/use-comment-draft";
import { pictureAlt } from "@/components/visitor/picture-alt";
import { pictureHref } from "@/lib/client/visitor/picture-href";
import type { Feedback } from "@/lib/client/visitor/use-feedback";
import type { Mark } from "@/lib/domain/share/review";
import { threadsOf } from "@/lib/domain/share/threads";
import type { SharedGallery, SharedPicture } from "@/lib/domain/share/visitor-gallery";
import styles from "./light-table.module.css";
import { LightTableBar } from "./light-table-bar";
import { LightTableHead } from "./light-table-head";
import { lightTableKeys } from "./light-table-keys";
import { LightTablePicture } from "./light-table-picture";
import { Pins } from "./pins";
import { useFullScreen } from "./use-full-screen";
import { useLightTableFocus } from "./use-light-table-focus";
import { useNearPictures } from "./use-near-pictures";
import { useSlideshow } from "./use-slideshow";

const CommentsPanel = dynamic(() =>
  import("@/components/visitor/comments/comments-panel").then((module) => module.CommentsPanel),
);

export type LightTableProps = {
  token: string;
  before: string | null;
  gallery: SharedGallery;
  /** What is paged through, and the place in it. */
  pictures: readonly SharedPicture[];
  at: number;
  picture: SharedPicture;
  feedback: Feedback;
  open(id: string): void;
  close(): void;
};

/** One picture as large as the window. Its links work before any script does. */
export function LightTable(props: LightTableProps) {
  const { token, before, gallery, pictures, at, picture, feedback, open, close } = props;
  const { canReview, marks, comments } = gallery;
  const ref = useRef<HTMLDivElement>(null);
  const [isCommenting, setIsCommenting] = useState(false);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const draft = useCommentDraft(picture.id);
  const previous = pictures[at - 1] ?? null;
  const next = pictures[at + 1] ?? null;
  const go = (target: SharedPicture | null | undefined) => target && open(target.id);
  const zoomPan = useZoomPan({ width: picture.widthPx, height: picture.heightPx }, (step) =>
    go(step > 0 ? next : previous),
  );
  const slideshow = useSlideshow(picture.id, () => go(next ?? pictures[0]));
  const fullScreen = useFullScreen();
  useLightTableFocus(ref, picture.id);
  const fitAgain = useEffectEvent(zoomPan.fit);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture is shown as a whole.
  useLayoutEffect(() => fitAgain(), [picture.id]);
  useNearPictures(token, [next, previous]);

  const toggleMark = (wanted: Mark) => () =>
    feedback.mark(picture.id, marks[picture.id] === wanted ? null : wanted);
  const comment = () => {
    slideshow.stop();
    setIsCommenting(true);
  };
  const endComments = () => {
    setIsCommenting(false);
    ref.current?.focus({ preventScroll: true });
  };
  const number = gallery.pictures.indexOf(picture) + 1;
  const alt = pictureAlt(picture, number);
  const threads = threadsOf(comments.filter(({ imageId }) => imageId === picture.id));
  const canMark = canReview && picture.state === "completed";
  const onKeyDown = lightTableKeys({
    close: isCommenting ? endComments : slideshow.isRunning ? slideshow.stop : close,
    previous: () => go(previous),
    next: () => go(next),
    first: () => go(pictures[0]),
    last: () => go(pictures.at(-1)),
    fullScreen: fullScreen.toggle,
    slideshow: slideshow.toggle,
    zoomIn: zoomPan.zoomIn,
    zoomOut: zoomPan.zoomOut,
    fit: zoomPan.fit,
    pick: canMark ? toggleMark("pick") : undefined,
    reject: canMark ? toggleMark("reject") : undefined,
    comment: canReview ? comment : undefined,
  });
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={alt}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={styles.lightTable}
    >
      <LightTableHead
        token={token}
        picture={picture}
        slideshow={slideshow}
        fullScreen={fullScreen}
        close={close}
        closeHref={pictureHref(before, null)}
        canDownload={gallery.canDownload}
        place={`${at + 1} of ${pictures.length}`}
      />
      <div className={styles.stage}>
        <ZoomPanFrame zoomPan={zoomPan}>
          <LightTablePicture key={picture.id} token={token} picture={picture} alt={alt}>
            {isCommenting && (
              <Pins
                threads={threads}
                draft={draft.draft.pin}
                scale={zoomPan.view.scale}
                onDraft={draft.setPin}
                onDone={draft.focusText}
                onSelect={setSelectedId}
              />
            )}
          </LightTablePicture>
        </ZoomPanFrame>
      </div>
      <LightTableBar
        previous={previous}
        next={next}
        open={open}
        before={before}
        canReview={canReview}
        canMark={canMark}
        isCommenting={isCommenting}
        mark={marks[picture.id] ?? null}
        onMark={toggleMark}
        commentCount={threads.length}
        onComment={() => (isCommenting ? endComments() : comment())}
      />
      {isCommenting && (
        <CommentsPanel
          key={picture.id}
          threads={threads}
          draft={draft}
          feedback={feedback}
          selectedId={selectedId}
          imageId={picture.id}
          visitorName={gallery.visitorName}
          onSelect={setSelectedId}
          onClose={endComments}
        />
      )}
    </div>
  );
}
