import { Ban, Copy, ExternalLink, Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { shareStateOf } from "@/components/share/share-words";
import { Badge } from "@/components/ui/badge";
import { focusFirst } from "@/components/ui/focus";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast-store";
import { copyText } from "@/lib/client/browser/copy-text";
import type { Share } from "@/lib/domain/share/share";
import { ShareConfirm } from "./share-confirm";
import { ShareFacts } from "./share-facts";
import { type ShareEnding, useShareEndings } from "./use-share-endings";

type ShareItemProps = { share: Share; onEdit(): void; onGone(): void };

/** One share: what it is called, how it stands, and what can be done with it. */
export function ShareItem({ share, onEdit, onGone }: ShareItemProps) {
  const [asked, setAsked] = useState<ShareEnding | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const state = shareStateOf(share, new Date());
  /** The button that takes the focus when the question is gone. */
  const next = useRef("");
  useEffect(() => {
    if (asked !== null || next.current === "") return;
    focusFirst(row.current, `[aria-label="${next.current}"]`);
    next.current = "";
  }, [asked]);
  const close = (name: string) => {
    next.current = name;
    setAsked(null);
  };
  const { end, isEnding } = useShareEndings(share, (ending) => {
    if (ending === "revoke") return close("Delete");
    setAsked(null);
    onGone();
  });
  return (
    <li
      ref={row}
      className="border-line border-b px-4 py-2.5 [contain-intrinsic-size:auto_76px] [content-visibility:auto]"
    >
      <div className="flex items-start gap-x-3 max-desk:flex-col">
        <div className="min-w-0 flex-1 max-desk:w-full">
          <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <bdi className="max-w-full truncate font-medium">{share.title}</bdi>
            <Badge tone={state.tone}>{state.words}</Badge>
            {share.hasPassword && <Badge>Password</Badge>}
            {share.mode === "frozen" && <Badge>Frozen</Badge>}
          </p>
          <ShareFacts share={share} />
        </div>
        <RowActions share={share} isOver={state.isOver} onEdit={onEdit} onAsk={setAsked} />
      </div>
      {asked && (
        <ShareConfirm
          ending={asked}
          isEnding={isEnding}
          onConfirm={() => void end(asked)}
          onKeep={() => close(asked === "revoke" ? "Revoke" : "Delete")}
        />
      )}
    </li>
  );
}

type RowActionsProps = { share: Share; isOver: boolean; onEdit(): void; onAsk(ending: ShareEnding): void };

function RowActions({ share, isOver, onEdit, onAsk }: RowActionsProps) {
  const { url, revokedAt } = share;
  const placed = { tooltipSide: "bottom", tooltipAlign: "end" } as const;
  const copy = async (link: string) =>
    showToast(
      (await copyText(link, null)) ? "Link copied." : "The browser did not allow it. Open the link instead.",
    );
  return (
    <div className="-mr-1.5 flex shrink-0 max-desk:-ml-2.5">
      {url !== null && !isOver && (
        <>
          <IconButton {...placed} icon={Copy} label="Copy link" onClick={() => void copy(url)} />
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            aria-label="Open"
            data-tooltip="Open"
            data-tooltip-side="bottom"
            data-tooltip-align="end"
            className="inline-grid size-icon place-items-center rounded-sm text-ink-muted transition-colors hover:bg-hover hover:text-ink"
          >
            <ExternalLink aria-hidden size={16} strokeWidth={1.75} />
          </a>
        </>
      )}
      {revokedAt === null && (
        <>
          <IconButton {...placed} icon={Pencil} label="Edit" onClick={onEdit} />
          <IconButton {...placed} icon={Ban} label="Revoke" onClick={() => onAsk("revoke")} />
        </>
      )}
      <IconButton {...placed} icon={Trash2} label="Delete" onClick={() => onAsk("delete")} />
    </div>
  );
}
