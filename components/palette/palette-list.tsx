import { totalsWords } from "@/lib/client/words/totals-words";
import { KeyCaps } from "./key-caps";
import { entryId, type PaletteEntry } from "./use-palette-entries";

type PaletteListProps = {
  id: string;
  entries: readonly PaletteEntry[];
  activeId: string | null;
  onRun(act: () => void): void;
  /** An entry is pointed at. */
  onPoint(index: number): void;
};

/** The choices, under a heading where the kind changes. The focus stays in the text field. */
export function PaletteList({ id, entries, activeId, onRun, onPoint }: PaletteListProps) {
  const groups = [...Map.groupBy(entries, headingOf)];
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Commands and sessions"
      className="min-h-0 overflow-y-auto overscroll-contain p-2 empty:hidden"
    >
      {groups.map(([heading, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list of choices.
        <div key={heading} role="group" aria-label={heading} className="pb-1.5">
          <p aria-hidden className="px-2 pt-1.5 pb-0.5 text-caption text-ink-faint">
            {heading}
          </p>
          {members.map((entry) => {
            const entryKey = entryId(entry);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's.
              // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant.
              <div
                key={entryKey}
                id={entryKey}
                role="option"
                aria-selected={entryKey === activeId}
                onPointerMove={() => onPoint(entries.indexOf(entry))}
                onClick={() => onRun(entry.run)}
                className="flex min-h-8 cursor-default items-center gap-2.5 rounded-sm px-2 aria-selected:bg-hover max-desk:min-h-11"
              >
                <EntryFace entry={entry} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function headingOf(entry: PaletteEntry): string {
  return entry.kind === "command" ? entry.command.group : "Sessions";
}

function EntryFace({ entry }: { entry: PaletteEntry }) {
  if (entry.kind === "command")
    return (
      <>
        <span className="min-w-0 flex-1 truncate">{entry.command.label}</span>
        {entry.command.keys && (
          <span aria-hidden className="max-desk:hidden">
            <KeyCaps keys={entry.command.keys} />
          </span>
        )}
      </>
    );
  const { coverUrl, title } = entry.session;
  return (
    <>
      {coverUrl === null ? (
        <span aria-hidden className="size-5 shrink-0 rounded-xs border border-line-strong" />
      ) : (
        <img src={coverUrl} alt="" className="size-5 shrink-0 rounded-xs bg-canvas object-cover" />
      )}
      <span className="min-w-0 flex-1 truncate">{title}</span>
      <span className="shrink-0 text-caption text-ink-faint">{totalsWords(entry.session)}</span>
    </>
  );
}
