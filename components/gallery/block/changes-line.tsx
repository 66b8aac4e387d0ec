import { memo } from "react";
import { useTileContext } from "@/components/gallery/tile/tile-context";
import { DiffText } from "@/components/ui/diff-text";
import type { Generation } from "@/lib/domain/generation/generation";
import { settingChanges } from "@/lib/domain/generation/generation-changes";
import { type DiffPart, excerptOf, promptDiff } from "@/lib/domain/generation/prompt-diff";

type ChangesLineProps = { before: Generation; after: Generation };

/** What a person changed since the generation they iterate on: the words around each change, then the settings. */
export const ChangesLine = memo(function ChangesLine({ before, after }: ChangesLineProps) {
  const { models } = useTileContext();
  const labelOf = (modelId: string) => models.find(({ id }) => id === modelId)?.label ?? modelId;
  const settings = settingChanges(before, after, labelOf);
  return (
    <div className="mt-0.5 text-ink-muted">
      {before.prompt !== after.prompt && (
        <p dir="auto" className="line-clamp-3 text-pretty">
          <DiffText parts={excerptOf(promptDiff(before.prompt, after.prompt))} />
        </p>
      )}
      {settings.length > 0 && (
        <p className="flex flex-wrap gap-x-3">
          {settings.map((setting) => (
            <span key={setting.label}>
              {setting.label} <DiffText parts={replaced(setting.before, setting.after)} />
            </span>
          ))}
        </p>
      )}
    </div>
  );
});

function replaced(before: string, after: string): DiffPart[] {
  return [
    { kind: "deleted", text: before },
    { kind: "kept", text: " " },
    { kind: "inserted", text: after },
  ];
}
