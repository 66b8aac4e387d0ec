import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { LiveRegion } from "@/components/ui/live-region";
import { PaletteList } from "./palette-list";
import { takeTyped } from "./typed-ahead";
import { entryId, usePaletteEntries } from "./use-palette-entries";

const LIST_ID = "palette-list";

/** Every action of the studio and every session by name: type, move, Enter. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const [text, setText] = useState("");
  const [index, setIndex] = useState(0);
  const { entries, isSearching } = usePaletteEntries(text);
  const active = entries[Math.min(index, entries.length - 1)];
  const activeId = active && entryId(active);
  useEffect(() => setText(takeTyped()), []);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  /** Closes first, so that what runs finds the focus where it was, and may open a dialog of its own. */
  const run = (act: () => void) => {
    onClose();
    requestAnimationFrame(act);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || entries.length === 0) return;
    const now = Math.min(index, entries.length - 1);
    const next: Record<string, number | undefined> = {
      ArrowDown: (now + 1) % entries.length,
      ArrowUp: (now - 1 + entries.length) % entries.length,
      PageDown: Math.min(now + 8, entries.length - 1),
      PageUp: Math.max(now - 8, 0),
    };
    const to = next[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setIndex(to);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      run(active.run);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      label="Commands"
      className="desk:mt-[12vh]! desk:w-[min(560px,calc(100vw-32px))]! overflow-hidden!"
    >
      <div className="flex items-center border-line border-b pr-2 pl-3">
        <Search aria-hidden size={16} className="shrink-0 text-ink-faint" />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-label="Find a command or a session"
          aria-expanded={entries.length > 0}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          placeholder="Find a command or a session"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent px-2.5 text-lead outline-none"
        />
      </div>
      <div className="flex h-[min(400px,calc(100dvh-160px))] flex-col">
        <PaletteList
          id={LIST_ID}
          entries={entries}
          activeId={activeId ?? null}
          onRun={run}
          onPoint={setIndex}
        />
        {entries.length === 0 && !isSearching && (
          <p className="px-4 py-6 text-ink-muted">Nothing is called “{text.trim()}”.</p>
        )}
      </div>
      <LiveRegion>{text === "" || isSearching ? "" : `${entries.length} found`}</LiveRegion>
    </Dialog>
  );
}
