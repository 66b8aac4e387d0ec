import { ChoiceLine } from "./choice-line";
import type { ShareDraft } from "./share-draft";

const SWITCHES = [
  ["showPrompts", "Show prompts", "Visitors read what you wrote for each picture."],
  ["allowDownload", "Allow download of originals", "Otherwise visitors see previews of up to 2048 pixels."],
  [
    "allowReview",
    "Allow picks and comments",
    "Visitors give a name, then choose and write. You see it at once.",
  ],
] as const satisfies readonly (readonly [keyof ShareDraft, string, string])[];

/** What visitors may see and do. */
export function PermissionFields({
  draft,
  onChange,
}: {
  draft: ShareDraft;
  onChange(change: Partial<ShareDraft>): void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 font-medium">Visitors</legend>
      {SWITCHES.map(([name, label, note]) => (
        <ChoiceLine
          key={name}
          id={`share-${name}`}
          type="checkbox"
          label={label}
          note={note}
          checked={draft[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
        />
      ))}
    </fieldset>
  );
}
