"use client";

import type { ReactNode } from "react";
import { ToastRegion } from "@/components/ui/toast-region";
import { useStudio } from "@/lib/client/studio/studio-context";
import { OfflineNote } from "./offline-note";

const COLUMN = "relative row-start-2 min-h-0 border-line desk:row-start-1 desk:border-r";
/** On a phone as high as an empty prompt; a longer one grows over the gallery. */
const DOCK =
  "z-30 max-desk:flex max-desk:h-[calc(119px+max(12px,env(safe-area-inset-bottom)))] max-desk:flex-col max-desk:justify-end desk:z-auto";

type StudioShellProps = {
  header: ReactNode;
  /** Whether the note about the offline provider was closed in this browser. */
  isNoteClosed: boolean;
  composer: ReactNode;
  gallery: ReactNode;
  inspector: ReactNode;
};

/**
 * The three regions. The window never scrolls: each region fills its place and scrolls inside. On a
 * phone the gallery fills the screen, the composer is docked below it and grows over it while someone
 * writes, and the inspector covers both.
 */
export function StudioShell({ header, isNoteClosed, composer, gallery, inspector }: StudioShellProps) {
  const isInspecting = useStudio().openImageId !== null;
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <a
        href="#gallery"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-sm focus:bg-raised focus:px-3 focus:py-2 focus:shadow-float"
      >
        Skip to the pictures
      </a>
      {header}
      <OfflineNote isClosed={isNoteClosed} />
      <main className="grid min-h-0 flex-1 grid-cols-1 grid-rows-[minmax(0,1fr)_auto] desk:grid-cols-[var(--spacing-composer)_minmax(0,1fr)_auto] desk:grid-rows-1">
        <div className={`${COLUMN} ${DOCK}`}>{composer}</div>
        <div
          id="gallery"
          tabIndex={-1}
          className="relative row-start-1 min-h-0 min-w-0 bg-canvas outline-none"
        >
          {gallery}
        </div>
        <div
          data-open={isInspecting}
          className="row-start-1 min-h-0 bg-panel data-[open=false]:hidden max-wide:fixed max-wide:inset-0 max-wide:z-40 wide:w-[360px] wide:border-line wide:border-l"
        >
          {inspector}
        </div>
      </main>
      {/* On a phone above the docked composer, so that its buttons stay in reach. */}
      <ToastRegion className="max-desk:bottom-[calc(128px+max(12px,env(safe-area-inset-bottom)))]" />
    </div>
  );
}
