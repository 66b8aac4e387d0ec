import { ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { LiveRegion } from "@/components/ui/live-region";
import { type SessionChoice, useSessionChoices, useSessionTitle } from "./use-session-choices";

const LIST_ID = "search-sessions";
const ANY = { id: null, title: "Any session" } as const;

type SessionFilterProps = {
  sessionId: string | null;
  recent: readonly SessionChoice[];
  onChoose(sessionId: string | null): void;
};

/** One session of all, found by typing a part of its name. Arrows move, Enter chooses, Escape leaves it as it was. */
export function SessionFilter({ sessionId, recent, onChoose }: SessionFilterProps) {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [index, setIndex] = useState(0);
  const { choices, isSearching, isError } = useSessionChoices(text, recent, isOpen);
  const title = useSessionTitle(sessionId, [...recent, ...choices]);
  const options = text.trim() === "" ? [ANY, ...choices] : choices;
  const active = options[Math.min(index, options.length - 1)];
  const activeId = isOpen && active ? optionId(active.id) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  const open = (typed: string) => {
    setText(typed);
    setIndex(0);
    setOpen(true);
  };
  const choose = (id: string | null) => {
    setOpen(false);
    setText("");
    if (id !== sessionId) onChoose(id);
  };
  const close = () => {
    setOpen(false);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (isOpen)
        setIndex((Math.min(index, options.length - 1) + step + options.length) % options.length || 0);
      else open("");
    } else if (event.key === "Enter" && isOpen && active) choose(active.id);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative w-40 max-desk:w-[calc(50%-4px)]">
      <input
        type="text"
        role="combobox"
        aria-label="Session"
        aria-expanded={isOpen}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        placeholder={title || ANY.title}
        value={isOpen ? text : title}
        onChange={(event) => open(event.currentTarget.value)}
        onClick={() => !isOpen && open("")}
        onKeyDown={onKeyDown}
        onBlur={close}
        className="frame h-control w-full truncate bg-field pr-7 pl-2 text-ink placeholder:text-ink"
      />
      <ChevronsUpDown
        aria-hidden
        size={13}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-faint"
      />
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is.
        <div
          // The field keeps the focus, so that choosing is not leaving.
          onMouseDown={(event) => event.preventDefault()}
          className="absolute top-full left-0 z-20 mt-1 max-h-72 w-[min(320px,calc(100vw-24px))] overflow-y-auto overscroll-contain rounded-md bg-raised p-1 shadow-float"
        >
          <div id={LIST_ID} role="listbox" aria-label="Sessions" tabIndex={-1} className="empty:hidden">
            {options.map((option, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys.
              // biome-ignore lint/a11y/useFocusableInteractive: pointed at by aria-activedescendant.
              <div
                key={option.id}
                id={optionId(option.id)}
                role="option"
                aria-selected={option === active}
                onClick={() => choose(option.id)}
                onPointerMove={() => setIndex(place)}
                className="flex h-control cursor-default items-center rounded-sm px-2 aria-selected:bg-hover max-desk:h-11"
              >
                <span dir="auto" className="truncate">
                  {option.title}
                </span>
              </div>
            ))}
          </div>
          {options.length === 0 && (
            <p className="px-2 py-1.5 text-ink-muted">{emptyWords(isSearching, isError)}</p>
          )}
        </div>
      )}
      <LiveRegion>{isOpen && text !== "" && !isSearching ? `${choices.length} sessions` : ""}</LiveRegion>
    </div>
  );
}

function optionId(id: string | null): string {
  return `search-session-${id ?? "any"}`;
}

function emptyWords(isSearching: boolean, isError: boolean): string {
  if (isSearching) return "Looking";
  return isError ? "Sessions did not load." : "No session is called that.";
}
