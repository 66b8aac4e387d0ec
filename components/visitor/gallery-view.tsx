"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { LiveLog } from "@/components/ui/live-log";
import { useFeedback } from "@/lib/client/visitor/use-feedback";
import { useNews } from "@/lib/client/visitor/use-news";
import { useOpenPicture } from "@/lib/client/visitor/use-open-picture";
import { useSharedGallery } from "@/lib/client/visitor/use-shared-gallery";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { FeedbackBar } from "./feedback-bar";
import { GalleryHeader } from "./gallery-header";
import { GONE_TITLE, GoneNotice } from "./gone-notice";
import { OlderLink } from "./older-link";
import { Wall } from "./wall/wall";

const loadLightTable = () => import("./light-table/light-table").then((module) => module.LightTable);
const LightTable = dynamic(loadLightTable);

type GalleryViewProps = {
  token: string;
  /** The cursor that the page begins at; null for the newest pictures. */
  before: string | null;
  gallery: SharedGallery;
  /** The picture that the address names. */
  pictureId: string | null;
};

/** A shared gallery as its visitors use it. All of it is in the server's HTML; a script makes it live. */
export function GalleryView({ token, before, gallery, pictureId }: GalleryViewProps) {
  const [state, dispatch] = useSharedGallery(token, gallery, before === null);
  const shown = state.kind === "open" ? state.gallery : null;
  const feedback = useFeedback(token, shown, dispatch);
  const news = useNews(state);
  const { openId, open, close } = useOpenPicture(pictureId);
  const [picksOnly, setPicksOnly] = useState(false);
  useLightTableAtHand();
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
              onMark={feedback.mark}
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
        <LightTable
          token={token}
          before={before}
          gallery={shown}
          pictures={pages}
          at={pages.indexOf(picture)}
          picture={picture}
          feedback={feedback}
          open={open}
          close={close}
        />
      )}
      <FeedbackBar feedback={feedback} />
      <LiveLog lines={news} />
    </>
  );
}

/** Fetches the light table once the page has come to rest, so that the first picture opens at once. */
function useLightTableAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(loadLightTable, 2_000);
    return () => clearTimeout(timer);
  }, []);
}

/** The name of a gallery that is gone does not stay in the tab either. */
function useGoneTitle(isGone: boolean): void {
  useEffect(() => {
    if (isGone) document.title = GONE_TITLE;
  }, [isGone]);
}
