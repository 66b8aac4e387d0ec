"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { LiveLog } from "@/components/ui/live-log";
import { useReview } from "@/lib/client/visitor/use-marks";
import { useNews } from "@/lib/client/visitor/use-news";
import { useOpenPicture } from "@/lib/client/visitor/use-open-picture";
import { useSharedGallery } from "@/lib/client/visitor/use-shared-gallery";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { GalleryHeader } from "./gallery-header";
import { GONE_TITLE, GoneNotice } from "./gone-notice";
import { OlderLink } from "./older-link";
import { ReviewBar } from "./review-bar";
import { Wall } from "./wall/wall";

const loadViewer = () => import("./viewer/light-table").then((module) => module.Viewer);
const Viewer = dynamic(loadViewer);

type GalleryViewProps = {
  token: string;
  /** The cursor that the page begins at; null for the newest pictures. */
  before: string | null;
  gallery: SharedGallery;
  /** The picture that the address names. */
  pictureId: string | null;
  commentCharsMax: number;
};

/** A shared gallery as its visitors use it. All of it is in the server's HTML; a script makes it live. */
export function GalleryView({ token, before, gallery, pictureId, commentCharsMax }: GalleryViewProps) {
  const [state, dispatch] = useSharedGallery(token, gallery, before === null);
  const shown = state.kind === "open" ? state.gallery : null;
  const review = useReview(token, shown, dispatch);
  const news = useNews(state);
  const { openId, open, close } = useOpenPicture(pictureId);
  const [picksOnly, setPicksOnly] = useState(false);
  useViewerAtHand();
  useGoneTitle(shown === null);
  if (state.kind === "gone" || !shown) return <GoneNotice />;

  const picked = shown.pictures.filter(({ id }) => shown.marks[id] === "pick");
  const isPicksOnly = picksOnly && picked.length > 0;
  const picture = shown.pictures.find(({ id }) => id === openId);
  const pages = isPicksOnly && picture && picked.includes(picture) ? picked : shown.pictures;
  return (
    <>
      <div inert={picture !== undefined} className="flex min-h-dvh flex-col bg-canvas">
        <GalleryHeader gallery={shown} picksOnly={isPicksOnly} onPicksOnly={setPicksOnly} />
        <main className="flex-1">
          <section aria-label="Gallery" className="px-1.5 py-1.5 desk:p-4">
            {shown.pictures.length === 0 && (
              <p className="py-24 text-center text-ink-muted text-lead">
                {shown.isLive ? "No pictures yet. They appear here as they are made." : "No pictures."}
              </p>
            )}
            <Wall
              token={token}
              before={before}
              gallery={shown}
              freshGroupIds={state.freshGroupIds}
              picksOnly={isPicksOnly}
              onOpen={open}
              onMark={review.mark}
            />
          </section>
          {shown.olderCursor !== null && !isPicksOnly && (
            <OlderLink
              token={token}
              cursor={shown.olderCursor}
              onLoaded={(older) => dispatch({ type: "older-loaded", gallery: older })}
            />
          )}
        </main>
      </div>
      {picture && (
        <Viewer
          token={token}
          before={before}
          gallery={shown}
          pictures={pages}
          at={pages.indexOf(picture)}
          picture={picture}
          review={review}
          commentCharsMax={commentCharsMax}
          open={open}
          close={close}
        />
      )}
      <ReviewBar review={review} />
      <LiveLog lines={news} />
    </>
  );
}

/** Fetches the viewer once the page has come to rest, so that the first picture opens at once. */
function useViewerAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(loadViewer, 2_000);
    return () => clearTimeout(timer);
  }, []);
}

/** The name of a gallery that is gone does not stay in the tab either. */
function useGoneTitle(isGone: boolean): void {
  useEffect(() => {
    if (isGone) document.title = GONE_TITLE;
  }, [isGone]);
}
