"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo, useRef } from "react";
import { useAnnouncements } from "@/components/gallery/live/use-announcements";
import { useImageFromAddress } from "@/components/gallery/live/use-image-from-address";
import { LiveLog } from "@/components/ui/live-log";
import { showToast } from "@/components/ui/toast-store";
import { useImageActions } from "@/lib/client/commands/use-image-actions";
import { useGalleryFilter } from "@/lib/client/filter/use-filter";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { useIsSelecting } from "@/lib/client/selection/selection-store";
import { useStudio } from "@/lib/client/studio/studio-context";
import { EmptyGallery } from "./empty-gallery";
import { galleryEntriesOf } from "./gallery-entries";
import { galleryKeys, keepSpaceFromPressing } from "./gallery-keys";
import { TileContext } from "./tile/tile-context";
import { useGalleryCommands } from "./use-gallery-commands";
import { useGallerySelection } from "./use-gallery-selection";
import { useKeptFocus } from "./use-kept-focus";
import { useRubberBand } from "./use-rubber-band";

/** What only pictures need comes with the first picture: an empty studio opens lighter. */
const loadBar = () => import("./bar/gallery-bar").then((module) => module.GalleryBar);
const loadList = () => import("./gallery-list").then((module) => module.GalleryList);
const GalleryBar = dynamic(loadBar);
const GalleryList = dynamic(loadList);

/** The pictures of the session, newest generation first, as they develop. */
export function Gallery() {
  const { models, provider, openImageId, openImage, iterate } = useStudio();
  const state = useGallery();
  const filter = useGalleryFilter();
  const announcements = useAnnouncements(state);
  const actions = useImageActions(showToast);
  const rows = useMemo(() => galleryEntriesOf(state, filter), [state, filter]);
  const selection = useGallerySelection(rows);
  const { isOffline } = provider;
  const tools = useMemo(
    () => ({ ...actions, models, isOffline, selection, open: openImage, iterate }),
    [actions, models, isOffline, selection, openImage, iterate],
  );
  const scrollerRef = useRef<HTMLElement>(null);
  const { band, onPointerDown } = useRubberBand(scrollerRef);
  const isSelecting = useIsSelecting();
  useKeptFocus(scrollerRef);
  useImageFromAddress(sayMissing);
  useGalleryCommands(state.session);
  const isEmpty = state.generations.length === 0;
  useFetchOnTouch(isEmpty);
  return (
    <TileContext value={tools}>
      <div className="flex h-full flex-col">
        {!isEmpty && <GalleryBar actions={actions} />}
        <section
          ref={scrollerRef}
          aria-label="Gallery"
          data-selecting={isSelecting}
          onKeyDown={galleryKeys({ state, tools, openId: openImageId })}
          onKeyUp={keepSpaceFromPressing}
          onPointerDown={onPointerDown}
          className="group/gallery @container relative min-h-0 flex-1 overflow-y-auto overscroll-contain bg-canvas [overflow-anchor:none]"
        >
          {isEmpty ? (
            <EmptyGallery />
          ) : (
            <GalleryList state={state} rows={rows} openId={openImageId} scrollerRef={scrollerRef} />
          )}
          {band && (
            <span
              aria-hidden
              style={band}
              className="pointer-events-none absolute z-10 border border-ink bg-[color-mix(in_srgb,var(--color-ink)_12%,transparent)]"
            />
          )}
          <LiveLog lines={announcements} />
        </section>
      </div>
    </TileContext>
  );
}

function sayMissing(): void {
  showToast("That picture is not in this session any more.");
}

/** Fetches what the first picture will need as soon as someone touches the empty studio. */
function useFetchOnTouch(isEmpty: boolean): void {
  useEffect(() => {
    if (!isEmpty) return;
    // One that cannot be had now is asked for again when it is needed.
    const load = () => void Promise.all([loadBar(), loadList()]).catch(() => undefined);
    window.addEventListener("focusin", load, { once: true });
    return () => window.removeEventListener("focusin", load);
  }, [isEmpty]);
}
