import type { SessionShelf } from "@/lib/domain/session/session";

const CHOICE =
  "flex h-icon cursor-pointer items-center rounded-sm px-2.5 text-caption text-ink-muted transition-colors hover:bg-hover";
const CHOSEN = "has-checked:bg-hover has-checked:font-medium has-checked:text-ink";

const SHELVES = { current: "Current", archived: "Archived", trash: "Trash" } as const satisfies Record<
  SessionShelf,
  string
>;
const ORDER: readonly SessionShelf[] = ["current", "archived", "trash"];

/** Which sessions are listed. Native radio buttons, so arrows choose. */
export function ShelfSwitch({
  shelf,
  onChoose,
}: {
  shelf: SessionShelf;
  onChoose(shelf: SessionShelf): void;
}) {
  return (
    <fieldset className="flex gap-1 px-2 pt-2 pb-1">
      <legend className="sr-only">Shelf</legend>
      {ORDER.map((name) => (
        <label
          key={name}
          className={`${CHOICE} ${CHOSEN} has-focus-visible:outline-2 has-focus-visible:outline-ink`}
        >
          <input
            type="radio"
            name="session-shelf"
            checked={name === shelf}
            onChange={() => onChoose(name)}
            className="sr-only"
          />
          {SHELVES[name]}
        </label>
      ))}
    </fieldset>
  );
}
