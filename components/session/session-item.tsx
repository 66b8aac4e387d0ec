import { Archive, ArchiveRestore, FolderDown, Pencil, RotateCcw, Trash2 } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { LocalTime } from "@/components/ui/local-time";
import { KEYS, shownKey } from "@/lib/client/keys/keys";
import { arriveAt } from "@/lib/client/studio/arrival";
import { totalsWords } from "@/lib/client/words/totals-words";
import type { SessionSummary } from "@/lib/domain/session/session";
import { RenameField } from "./rename-field";

import type { SessionActions } from "./use-session-actions";

const REVEALED =
  "opacity-0 transition-opacity group-hover/row:opacity-100 group-has-[:focus-visible]/row:opacity-100";
const FOR_FINGERS =
  "[@media(hover:none)]:static [@media(hover:none)]:bg-transparent [@media(hover:none)]:opacity-100";

type SessionItemProps = {
  session: SessionSummary;
  isOpen: boolean;
  isTabStop: boolean;
  isRenaming: boolean;
  actions: SessionActions;
  onStay(): void;
  onRenaming(isRenaming: boolean): void;
  /** The row is about to leave the list. */
  onLeaving(): void;
};

/** One session: its cover, name and totals lead to it; what else can be done shows when it is pointed at or has the focus. */
export function SessionItem(props: SessionItemProps) {
  const { session, isOpen, isTabStop, isRenaming, actions, onStay, onRenaming } = props;
  return (
    <div className="group/row relative flex h-full items-center rounded-sm hover:bg-hover has-[:focus-visible]:bg-hover">
      <Link
        href={`/s/${session.id}`}
        prefetch={false}
        tabIndex={isTabStop ? 0 : -1}
        {...(isOpen && { "aria-current": "page" })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          if (!isOpen) return arriveAt("title");
          event.preventDefault();
          onStay();
        }}
        className="flex h-full min-w-0 flex-1 items-center gap-3 rounded-sm px-2 focus-visible:-outline-offset-2"
      >
        <Cover url={session.coverUrl} />
        <span className={`grid min-w-0 flex-1 grid-cols-1 ${isRenaming ? "invisible" : ""}`}>
          <span className="flex items-center gap-2">
            <span className="truncate font-medium">{session.title}</span>
            {isOpen && <Badge>Open</Badge>}
          </span>
          <span className="truncate text-caption text-ink-muted">{totalsWords(session)}</span>
        </span>
        <span className="shrink-0 text-caption text-ink-faint group-hover/row:invisible group-has-[:focus-visible]/row:invisible max-desk:hidden">
          <LocalTime iso={session.updatedAt} />
        </span>
      </Link>
      {isRenaming ? (
        <RenameField
          title={session.title}
          onRename={(title) => void actions.rename(session, title)}
          onClose={() => onRenaming(false)}
          className="absolute inset-y-0 right-2 left-14 my-auto"
        />
      ) : (
        <RowActions {...props} />
      )}
    </div>
  );
}

function RowActions({ session, isTabStop, actions, onRenaming, onLeaving }: SessionItemProps) {
  const shared = { tabIndex: isTabStop ? 0 : -1, tooltipAlign: "end" } as const;
  const isArchived = session.archivedAt !== null;
  const leaving = (act: (session: SessionSummary) => unknown) => () => {
    onLeaving();
    void act(session);
  };
  return (
    <div className={`flex bg-hover max-desk:pr-2 desk:absolute desk:right-2 ${REVEALED} ${FOR_FINGERS}`}>
      {session.deletedAt === null ? (
        <>
          <IconButton
            {...shared}
            icon={Pencil}
            label="Rename"
            keys={shownKey(KEYS.sessions.rename)}
            onClick={() => onRenaming(true)}
          />
          <IconButton
            {...shared}
            icon={FolderDown}
            label="Export as zip"
            onClick={() => actions.save(session)}
            className="max-desk:hidden"
          />
          <IconButton
            {...shared}
            icon={isArchived ? ArchiveRestore : Archive}
            label={isArchived ? "Bring back" : "Archive"}
            keys={shownKey(KEYS.sessions.archive)}
            onClick={leaving((session) => actions.setArchived(session, !isArchived))}
          />
          <IconButton
            {...shared}
            icon={Trash2}
            label="Delete"
            keys={shownKey(KEYS.sessions.delete)}
            onClick={leaving(actions.remove)}
          />
        </>
      ) : (
        <IconButton
          {...shared}
          icon={RotateCcw}
          label="Restore"
          keys={shownKey(KEYS.sessions.delete)}
          onClick={leaving(actions.restore)}
        />
      )}
    </div>
  );
}

/** The newest picture, cropped to a square; an empty frame before the first. */
function Cover({ url }: { url: string | null }) {
  return url === null ? (
    <span aria-hidden className="size-11 shrink-0 rounded-xs border border-line" />
  ) : (
    <img
      src={url}
      alt=""
      loading="lazy"
      decoding="async"
      className="size-11 shrink-0 rounded-xs bg-canvas object-cover"
    />
  );
}
