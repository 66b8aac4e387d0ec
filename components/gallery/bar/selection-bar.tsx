import { CircleX, Columns2, Download, Heart, type LucideIcon, Share2, Trash2, X, Zap } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ImageActions } from "@/lib/client/commands/use-image-actions";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import { clearSelection } from "@/lib/client/selection/selection-store";
import { COMPARE_MAX, COMPARE_MIN, useSelectionCommands } from "./use-selection-commands";

/** How many are selected, and what can be done with all of them. */
export function SelectionBar({ actions }: { actions: ImageActions }) {
  const { count, finishedCount, shareableCount, compare, cull, mark, download, share, remove } =
    useSelectionCommands(actions);
  const hasFinished = finishedCount > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields belong together here.
    <div role="group" aria-label="Selection" className="flex min-w-0 flex-1 items-center gap-0.5">
      <IconButton
        icon={X}
        label="Clear the selection"
        keys={COMMAND_KEYS.clearSelection}
        tooltipSide="bottom"
        tooltipAlign="start"
        onClick={clearSelection}
        className="-ml-1.5"
      />
      <p role="status" className="mr-auto truncate pl-1 font-medium">
        {count} selected
      </p>
      <BarAction
        icon={Columns2}
        label="Compare"
        isOff={finishedCount < COMPARE_MIN || finishedCount > COMPARE_MAX}
        takes={`${COMPARE_MIN} to ${COMPARE_MAX} pictures`}
        onPress={compare}
      />
      <BarAction icon={Zap} label="Cull" isOff={!hasFinished} onPress={cull} />
      <BarAction icon={Heart} label="Favourite all" isOff={!hasFinished} onPress={() => mark("favourite")} />
      <BarAction icon={CircleX} label="Reject all" isOff={!hasFinished} onPress={() => mark("rejected")} />
      <BarAction icon={Download} label="Download as zip" isOff={!hasFinished} onPress={download} />
      <BarAction icon={Share2} label="Share" isOff={shareableCount === 0} onPress={share} />
      <BarAction icon={Trash2} label="Delete all" isOff={count === 0} onPress={remove} />
    </div>
  );
}

type BarActionProps = {
  icon: LucideIcon;
  label: string;
  isOff: boolean;
  /** What it is for, said where it is off. */
  takes?: string;
  onPress(): void;
};

/** With its word where there is room for all of them. */
function BarAction({ icon, label, isOff, takes, onPress }: BarActionProps) {
  return (
    <Button
      variant="quiet"
      size="sm"
      icon={icon}
      title={isOff && takes ? `${label}: takes ${takes}` : label}
      disabled={isOff}
      onClick={onPress}
      className="max-desk:min-w-9 max-desk:px-1 desk:max-[1280px]:w-icon"
    >
      <span className="max-[1280px]:sr-only">{label}</span>
    </Button>
  );
}
