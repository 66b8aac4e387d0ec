"use client";

import { useMemo, useRef } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { showToast } from "@/components/ui/toast-store";
import { useStudio } from "@/lib/client/studio-context";
import { useAnnouncements } from "@/lib/client/use-announcements";
import { useGallery } from "@/lib/client/use-gallery";
import { useImageActions } from "@/lib/client/use-image-actions";
import { EmptyGallery } from "./empty-gallery";
import { galleryKeys } from "./gallery-keys";
import { GalleryList } from "./gallery-list";
import { galleryRowsOf } from "./gallery-rows";
import { TileContext } from "./tile-context";

/** The pictures of the session, newest generation first, as they develop. */
export function Gallery() {
  const { models, provider, openImageId, openImage, iterate } = useStudio();
  const state = useGallery();
  const announcement = useAnnouncements(state);
  const actions = useImageActions(showToast);
  const { isOffline } = provider;
  const tools = useMemo(
    () => ({ ...actions, models, isOffline, open: openImage, iterate }),
    [actions, models, isOffline, openImage, iterate],
  );
  const rows = useMemo(() => galleryRowsOf(state), [state]);
  const scrollerRef = useRef<HTMLElement>(null);
  return (
    <TileContext value={tools}>
      <section
        ref={scrollerRef}
        aria-label="Gallery"
        onKeyDown={galleryKeys({ state, tools, openId: openImageId })}
        className="@container relative h-full overflow-y-auto overscroll-contain bg-canvas [overflow-anchor:none]"
      >
        {rows.length === 0 ? (
          <EmptyGallery />
        ) : (
          <GalleryList state={state} rows={rows} openId={openImageId} scrollerRef={scrollerRef} />
        )}
        <LiveRegion>{announcement}</LiveRegion>
      </section>
    </TileContext>
  );
}
