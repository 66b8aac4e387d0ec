"use client";

import dynamic from "next/dynamic";
import { useEffect, useMemo } from "react";
import { Dialog } from "@/components/ui/dialog";
import { showToast } from "@/components/ui/toast-store";
import { useMediaQuery } from "@/lib/client/browser/use-media-query";
import { useImageActions } from "@/lib/client/commands/use-image-actions";
import { placedImage, visibleImages } from "@/lib/client/gallery/gallery-lookup";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { FROM_WIDE } from "@/lib/client/layout/breakpoints";
import { useStudio } from "@/lib/client/studio/studio-context";
import type { InspectorReview } from "./inspector-props";

/** Fetched with the first picture that is opened. */
const InspectorPanel = dynamic(() => import("./inspector-panel").then((module) => module.InspectorPanel));

/** The open picture: large, with everything that is known about it. Shows nothing while none is open. */
export function Inspector({ review, pins }: InspectorReview) {
  const { openImageId, openImage, iterate } = useStudio();
  const state = useGallery();
  const actions = useImageActions(showToast);
  const isBeside = useMediaQuery(FROM_WIDE);
  const placed = placedImage(state, openImageId);
  const isGone = openImageId !== null && (placed === null || placed.image.deletedAt !== null);
  useEffect(() => {
    if (isGone) openImage(null);
  }, [isGone, openImage]);
  const isOpen = placed !== null && !isGone;
  const all = useMemo(() => (isOpen ? visibleImages(state) : []), [isOpen, state]);
  if (!isOpen) return null;
  const place = all.findIndex(({ image }) => image.id === openImageId);
  const idAt = (index: number) => all[index]?.image.id ?? null;
  const previousId = idAt(place - 1);
  const nextId = idAt(place + 1);
  const close = () => openImage(null);
  const panel = (
    <InspectorPanel
      placed={placed}
      parent={placedImage(state, placed.generation.parentImageId)}
      previousId={previousId}
      nextId={nextId}
      open={openImage}
      review={review}
      pins={pins}
      tools={{
        ...actions,
        remove: (image) => {
          openImage(nextId ?? previousId);
          actions.remove(image);
        },
        iterate: (seed) => {
          if (!isBeside) close();
          iterate(seed);
        },
      }}
    />
  );
  if (isBeside)
    return (
      <aside aria-label="Inspector" className="h-full">
        {panel}
      </aside>
    );
  return (
    <Dialog open label="Inspector" shape="full" onClose={close}>
      {panel}
    </Dialog>
  );
}
