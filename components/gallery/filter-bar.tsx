import { CircleX, Heart, ListTree, Search, SquareCheck, Zap } from "lucide-react";
import Link from "next/link";
import { IconButton } from "@/components/ui/icon-button";
import { sessionCull } from "@/lib/client/cull-source";
import { setGalleryFilter, useGalleryFilter } from "@/lib/client/gallery-filter";
import { startSelecting } from "@/lib/client/selection-store";
import { useGallery } from "@/lib/client/use-gallery";
import { openView } from "@/lib/client/view-store";
import { FilterChip } from "./filter-chip";

/** Which pictures are shown, and the other ways to look at them. */
export function FilterBar() {
  const { session } = useGallery();
  const filter = useGalleryFilter();
  const { favouritesOnly, hideRejected } = filter;
  return (
    <>
      <FilterChip
        isOn={!favouritesOnly}
        onPress={() => setGalleryFilter({ ...filter, favouritesOnly: false })}
      >
        All
      </FilterChip>
      <FilterChip
        icon={Heart}
        isOn={favouritesOnly}
        onPress={() => setGalleryFilter({ ...filter, favouritesOnly: true })}
      >
        Favourites
      </FilterChip>
      <span aria-hidden className="mx-1 h-4 w-px shrink-0 bg-line-strong" />
      <FilterChip
        icon={CircleX}
        isOn={hideRejected}
        onPress={() => setGalleryFilter({ ...filter, hideRejected: !hideRejected })}
      >
        Hide rejected
      </FilterChip>
      <div className="-mr-1.5 ml-auto flex shrink-0 items-center">
        <IconButton
          icon={SquareCheck}
          label="Select"
          tooltipSide="bottom"
          className="desk:hidden"
          onClick={startSelecting}
        />
        <IconButton
          icon={ListTree}
          label="Tree"
          keys="T"
          tooltipSide="bottom"
          onClick={() => openView({ kind: "tree" })}
        />
        <IconButton
          icon={Zap}
          label="Cull"
          tooltipSide="bottom"
          disabled={session.pictureCount === 0}
          onClick={() => openView({ kind: "cull", source: sessionCull(session) })}
        />
        <Link
          href="/search"
          prefetch={false}
          aria-label="Find pictures"
          data-tooltip="Find pictures"
          data-tooltip-side="bottom"
          data-tooltip-align="end"
          className="inline-grid size-icon place-items-center rounded-sm text-ink-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <Search aria-hidden size={16} strokeWidth={1.75} />
        </Link>
      </div>
    </>
  );
}
