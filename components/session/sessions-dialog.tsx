import { Images, Plus, Search, Upload, X } from "lucide-react";
import { useDeferredValue, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { pickFile } from "@/lib/client/browser/pick-file";
import { openView } from "@/lib/client/studio/view-store";
import { TRASH_DAYS } from "@/lib/domain/gallery/trash";
import type { Session, SessionShelf } from "@/lib/domain/session/session";
import { ImportNotice } from "./import-notice";
import { type ImportState, importStore } from "./import-store";
import { SessionList } from "./session-list";
import { ShelfSwitch } from "./shelf-switch";
import type { SessionActions } from "./use-session-actions";

type SessionsDialogProps = {
  openSession: Session;
  actions: SessionActions;
  importState: ImportState;
  onClose(): void;
};

/** All sessions: find one by name, open it, put it away or bring it back, begin a new one. */
export function SessionsDialog({ openSession, actions, importState, onClose }: SessionsDialogProps) {
  const [title, setTitle] = useState("");
  const [shelf, setShelf] = useState<SessionShelf>("current");
  const filter = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const deferredTitle = useDeferredValue(title.trim());
  return (
    <Dialog
      open
      onClose={onClose}
      label="Sessions"
      className="desk:mt-[10vh]! desk:w-[min(640px,calc(100vw-32px))]! overflow-hidden!"
    >
      <div className="flex h-[min(560px,calc(100dvh-96px))] flex-col">
        <div className="flex items-center gap-1 border-line border-b p-2">
          <Search aria-hidden size={16} className="mx-1.5 shrink-0 text-ink-faint" />
          <input
            ref={filter}
            data-autofocus
            type="search"
            aria-label="Find a session by name"
            placeholder="Find a session"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowDown" && event.key !== "Enter") return;
              const first = list.current?.querySelector<HTMLElement>("a[tabindex='0']");
              if (!first) return;
              event.preventDefault();
              if (event.key === "Enter") first.click();
              else first.focus();
            }}
            className="h-control min-w-0 flex-1 bg-transparent text-lead outline-none [&::-webkit-search-cancel-button]:hidden"
          />
          <Button icon={Plus} onClick={() => void actions.create()}>
            New session
          </Button>
          <IconButton
            icon={Upload}
            label="Import a session from a zip"
            tooltipSide="bottom"
            tooltipAlign="end"
            onClick={() => pickFile(".zip,application/zip", importStore.start)}
          />
          <IconButton icon={X} label="Close" tooltipSide="bottom" tooltipAlign="end" onClick={onClose} />
        </div>
        <ShelfSwitch shelf={shelf} onChoose={setShelf} />
        {shelf === "trash" && (
          <p className="flex flex-wrap items-center gap-2 px-4 pt-1 pb-2 text-caption text-ink-muted">
            <span className="mr-auto">Deleted sessions stay here for {TRASH_DAYS} days.</span>
            <Button
              size="sm"
              icon={Images}
              onClick={() => {
                onClose();
                openView({ kind: "trash" });
              }}
            >
              Deleted pictures of the open session
            </Button>
          </p>
        )}
        <div ref={list} className="flex min-h-0 flex-1 flex-col">
          <SessionList
            key={shelf}
            shelf={shelf}
            title={deferredTitle}
            openId={openSession.id}
            actions={actions}
            onStay={onClose}
            onLeaveTop={() => filter.current?.focus()}
          />
        </div>
        <ImportNotice state={importState} />
      </div>
    </Dialog>
  );
}
