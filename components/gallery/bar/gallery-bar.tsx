import dynamic from "next/dynamic";
import { useEffect, useRef } from "react";
import { focusFirst } from "@/components/ui/focus";
import type { ImageActions } from "@/lib/client/commands/use-image-actions";
import { useFilter } from "@/lib/client/filter/use-filter";
import { useIsSelecting } from "@/lib/client/selection/selection-store";
import { useStudio } from "@/lib/client/studio/studio-context";
import { FilterBar } from "./filter-bar";

/** Fetched with the first selection. */
const SelectionBar = dynamic(() => import("./selection-bar").then((module) => module.SelectionBar));

/** Fetched with the first look at what visitors picked. */
const PicksBar = dynamic(() => import("./picks-bar").then((module) => module.PicksBar));

/** The line above the pictures: which are shown, and in its place what can be done with those selected. */
export function GalleryBar({ actions }: { actions: ImageActions }) {
  const isSelecting = useIsSelecting();
  const sessionId = useStudio().gallery.session.id;
  const isPicked = useFilter().pickedBy !== null;
  const ref = useRef<HTMLDivElement>(null);
  const was = useRef(isSelecting);
  useEffect(() => {
    if (was.current === isSelecting) return;
    was.current = isSelecting;
    if (document.activeElement === document.body && ref.current) focusPlace(ref.current);
  }, [isSelecting]);
  return (
    <>
      <div
        ref={ref}
        className="flex h-11 shrink-0 items-center gap-1 border-line border-b bg-panel px-4 max-desk:px-2 desk:h-10"
      >
        {isSelecting ? <SelectionBar actions={actions} /> : <FilterBar />}
      </div>
      {isPicked && !isSelecting && <PicksBar sessionId={sessionId} />}
    </>
  );
}

/** The button that was pressed is gone with its line: the focus goes to the pictures, or where there are none, to the new line. */
function focusPlace(bar: HTMLElement): void {
  const options = { preventScroll: true };
  focusFirst(bar.parentElement, '[data-tile-button][tabindex="0"]', options) ??
    focusFirst(bar, "button", options);
}
