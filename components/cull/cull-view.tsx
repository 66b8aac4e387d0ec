import { CircleX, Heart, Undo2, X } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { LiveRegion } from "@/components/ui/live-region";
import { CLOSE_KEY, KEYS, shortcutsOf, shownKey } from "@/lib/client/keys/keys";
import type { CullSource } from "@/lib/client/studio/cull-source";
import { OFFLINE_LABEL } from "@/lib/domain/models/provider-info";
import { CullEnd } from "./cull-end";
import { cullKeys } from "./cull-keys";
import { CullStage } from "./cull-stage";
import { countsOf, cullWords, flagsOf } from "./cull-state";
import { useCull } from "./use-cull";

export type CullViewProps = { source: CullSource; onClose(): void };

/** One picture after the other, each kept, rejected or passed. */
export function CullView({ source, onClose }: CullViewProps) {
  const run = useCull(source);
  const { items, state, act, isMore, isSeeking, problem } = run;
  const item = isSeeking ? undefined : items[state.place];
  const counts = countsOf(state, items);
  const total = source.kind === "search" ? source.count : items.length;
  const totalWords = isMore ? (total === null ? `${items.length}+` : String(total)) : String(items.length);
  const isOver = !item && !isMore && !isSeeking;
  const flags = item && flagsOf(state, item);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys repeat named buttons inside.
    <div
      tabIndex={-1}
      data-autofocus
      onKeyDown={cullKeys(act)}
      className="grid h-full grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] bg-canvas outline-none"
    >
      <header className="flex h-12 items-center gap-3 border-line border-b bg-panel pr-2 pl-4">
        <h2 className="min-w-0 truncate font-medium">{source.title}</h2>
        <p className="shrink-0 text-ink-muted">
          {isOver ? "Done" : `${Math.min(state.place + 1, Math.max(items.length, 1))} of ${totalWords}`}
        </p>
        {item?.isSketch && <Badge>{OFFLINE_LABEL}</Badge>}
        <p className="ml-auto shrink-0 text-caption text-ink-muted max-desk:hidden">
          {counts.kept} kept · {counts.rejected} rejected
        </p>
        <IconButton
          icon={X}
          label="Close"
          keys={CLOSE_KEY}
          tooltipSide="bottom"
          tooltipAlign="end"
          className="max-desk:ml-auto"
          onClick={onClose}
        />
      </header>
      {isOver ? (
        <CullEnd run={run} counts={counts} onClose={onClose} />
      ) : item ? (
        <CullStage items={items} place={state.place} />
      ) : (
        <div className="grid place-content-center justify-items-center gap-3 px-6 text-ink-muted">
          <p>{problem ?? (isSeeking ? "Finding where you were" : "Loading pictures")}</p>
          {problem !== null && <Button onClick={run.loadMore}>Try again</Button>}
        </div>
      )}
      <footer className="flex min-h-14 items-center justify-center gap-2 border-line border-t bg-panel px-3 pb-[env(safe-area-inset-bottom)]">
        <Button
          variant="quiet"
          icon={Undo2}
          aria-keyshortcuts={shortcutsOf(KEYS.cull.undo)}
          disabled={state.steps.length === 0}
          onClick={() => act("undo")}
        >
          Undo <Key>{shownKey(KEYS.cull.undo)}</Key>
        </Button>
        <Button
          icon={CircleX}
          aria-keyshortcuts={shortcutsOf(KEYS.cull.reject)}
          aria-pressed={flags?.rejected ?? false}
          disabled={!item}
          onClick={() => act("reject")}
          className="desk:min-w-28 aria-pressed:bg-pressed"
        >
          Reject <Key>{shownKey(KEYS.cull.reject)}</Key>
        </Button>
        <Button
          icon={Heart}
          aria-keyshortcuts={shortcutsOf(KEYS.cull.keep)}
          aria-pressed={flags?.favourite ?? false}
          disabled={!item}
          onClick={() => act("keep")}
          className="desk:min-w-28 aria-pressed:bg-pressed"
        >
          Keep <Key>{shownKey(KEYS.cull.keep)}</Key>
        </Button>
        <Button
          variant="quiet"
          aria-keyshortcuts={shortcutsOf(KEYS.cull.next)}
          disabled={!item}
          onClick={() => act("next")}
        >
          Next <Key>→</Key>
        </Button>
      </footer>
      <LiveRegion>
        {isOver ? cullWords(counts) : item ? `Picture ${state.place + 1}, ${item.prompt}` : ""}
      </LiveRegion>
    </div>
  );
}

function Key({ children }: { children: string }) {
  return (
    <span aria-hidden className="max-desk:hidden">
      <Kbd>{children}</Kbd>
    </span>
  );
}
