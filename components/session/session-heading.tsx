"use client";

import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { useArrival } from "@/lib/client/studio/arrival";
import { importStore } from "./import-store";
import { RenameField } from "./rename-field";
import { useNewSessionShortcut } from "./use-new-session-shortcut";
import { useSessionActions } from "./use-session-actions";
import { useSessionCommands } from "./use-session-commands";
import { useSessionImport } from "./use-session-import";

const loadDialog = () => import("./sessions-dialog").then(({ SessionsDialog }) => SessionsDialog);
const SessionsDialog = dynamic(loadDialog, { ssr: false });

/** How long a click waits for a second one, which renames instead of opening the list. */
const DOUBLE_CLICK_MS = 220;

/** The open session's name: a button that leads to all others; a double click renames in place. */
export function SessionHeading() {
  const { session } = useGallery();
  const actions = useSessionActions();
  const [isListOpen, setIsListOpen] = useState(false);
  const [isRenaming, setIsRenaming] = useState(false);
  const importState = useSessionImport(actions.open, isListOpen);
  const button = useRef<HTMLButtonElement>(null);
  const clickTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useDocumentTitle(session.title);
  useArrival("title", true, () => button.current?.focus());
  useNewSessionShortcut(() => void actions.create());
  useSessionCommands({
    session,
    actions,
    showList: () => setIsListOpen(true),
    rename: () => setIsRenaming(true),
    importFile: (file) => {
      setIsListOpen(true);
      importStore.start(file);
    },
  });
  return (
    <>
      <h1 className="flex min-w-0 items-center gap-2">
        {isRenaming ? (
          <RenameField
            title={session.title}
            onRename={(title) => void actions.rename(session, title)}
            onClose={(isByKey) => {
              setIsRenaming(false);
              if (isByKey) requestAnimationFrame(() => button.current?.focus());
            }}
            className="-ml-2 w-80"
          />
        ) : (
          <button
            ref={button}
            type="button"
            aria-haspopup="dialog"
            title={session.title}
            onPointerEnter={() => void loadDialog()}
            onFocus={() => void loadDialog()}
            onClick={({ detail }) => {
              clearTimeout(clickTimer.current);
              // A key waits for nothing.
              if (detail === 0) setIsListOpen(true);
              else clickTimer.current = setTimeout(() => setIsListOpen(true), DOUBLE_CLICK_MS);
            }}
            onDoubleClick={() => {
              clearTimeout(clickTimer.current);
              setIsRenaming(true);
            }}
            className="-ml-2 flex h-icon min-w-0 select-none items-center gap-1 rounded-sm px-2 transition-colors hover:bg-hover"
          >
            <span className="truncate">{session.title}</span>
            <ChevronDown aria-hidden size={14} className="shrink-0 text-ink-faint" />
          </button>
        )}
        {session.deletedAt !== null ? (
          <Badge tone="danger">Deleted</Badge>
        ) : (
          session.archivedAt !== null && <Badge>Archived</Badge>
        )}
      </h1>
      {isListOpen && (
        <SessionsDialog
          openSession={session}
          actions={actions}
          importState={importState}
          onClose={() => setIsListOpen(false)}
        />
      )}
    </>
  );
}

/** A page of a session bears its name; a new name is taken over without asking for the page again. */
function useDocumentTitle(title: string) {
  const before = useRef(title);
  useEffect(() => {
    if (document.title.startsWith(before.current))
      document.title = title + document.title.slice(before.current.length);
    before.current = title;
  }, [title]);
}
