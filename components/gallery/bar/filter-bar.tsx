import { CircleX, Heart, ListTree, SquareCheck, Zap } from "lucide-react";
import dynamic from "next/dynamic";
import { IconButton } from "@/components/ui/icon-button";
import { changeFilter } from "@/lib/client/filter/gallery-filter";
import { useFilter } from "@/lib/client/filter/use-filter";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import { useReview } from "@/lib/client/review/use-review";
import { startSelecting } from "@/lib/client/selection/selection-store";
import { sessionCull } from "@/lib/client/studio/cull-source";
import { openView } from "@/lib/client/studio/view-store";
import { FilterChip } from "./filter-chip";
import { FindLink } from "./find-link";

/** Fetched with the first share of the session. */
const PickFilter = dynamic(() => import("./picked-by").then((module) => module.PickFilter), { ssr: false });

/** Which pictures are shown, and the other ways to look at them. */
export function FilterBar() {
  const { session } = useGallery();
  const { favouritesOnly, hideRejected, pickedBy } = useFilter();
  const isShared = useReview(session.id, ({ shares }) => shares.length > 0);
  return (
    <>
      <FilterChip
        isOn={!favouritesOnly && pickedBy === null}
        onPress={() => changeFilter({ favouritesOnly: false, pickedBy: null })}
      >
        All
      </FilterChip>
      <FilterChip icon={Heart} isOn={favouritesOnly} onPress={() => changeFilter({ favouritesOnly: true })}>
        Favourites
      </FilterChip>
      <span
        aria-hidden
        className={`mx-1 h-4 w-px shrink-0 bg-line-strong ${isShared ? "max-desk:hidden" : ""}`}
      />
      <FilterChip
        icon={CircleX}
        isOn={hideRejected}
        onPress={() => changeFilter({ hideRejected: !hideRejected })}
      >
        Hide rejected
      </FilterChip>
      {isShared && <PickFilter sessionId={session.id} />}
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
          keys={COMMAND_KEYS.tree}
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
        <FindLink />
      </div>
    </>
  );
}
