import type { ShareMode, ShareScope } from "@/lib/domain/share/share";
import { ChoiceLine } from "./choice-line";
import type { ShareDraft } from "./share-draft";
import { selectedWords } from "./share-words";

type WhatFieldsProps = {
  draft: ShareDraft;
  /** How many pictures were selected. */
  selectedCount: number;
  /** What was refused about the pictures, and about the mode. */
  errors: { imageIds?: string; mode?: string };
  onChange(change: Partial<ShareDraft>): void;
};

const MODES = [
  ["live", "Live", "Follows your work: what is new, finished, rejected or deleted shows at once."],
  ["frozen", "Frozen", "Exactly the finished pictures of this moment, whatever you do later."],
] as const satisfies readonly (readonly [ShareMode, string, string])[];

/** Which pictures, and whether the gallery follows them. Neither can be changed later. */
export function WhatFields({ draft, selectedCount, errors, onChange }: WhatFieldsProps) {
  const scopes: [ShareScope, string][] = [
    ...(selectedCount > 0
      ? [["selection", selectedWords(selectedCount)] satisfies [ShareScope, string]]
      : []),
    ["session", "This session"],
    ["favourites", "Favourites of this session"],
  ];
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="mb-0.5 font-medium">What</legend>
        {scopes.map(([scope, label]) => (
          <ChoiceLine
            key={scope}
            id={`share-scope-${scope}`}
            type="radio"
            name="share-scope"
            label={label}
            checked={draft.scope === scope}
            onChange={() => onChange({ scope })}
          />
        ))}
        {errors.imageIds && (
          <p role="alert" className="text-caption text-danger">
            {errors.imageIds}
          </p>
        )}
      </fieldset>
      <fieldset className="min-w-0">
        <legend className="mb-0.5 font-medium">Live or frozen</legend>
        {MODES.map(([mode, label, note]) => (
          <ChoiceLine
            key={mode}
            id={`share-mode-${mode}`}
            type="radio"
            name="share-mode"
            label={label}
            note={note}
            checked={draft.mode === mode}
            onChange={() => onChange({ mode })}
          />
        ))}
        {errors.mode && (
          <p role="alert" className="text-caption text-danger">
            {errors.mode}
          </p>
        )}
      </fieldset>
    </>
  );
}
