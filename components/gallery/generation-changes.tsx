import { memo } from "react";
import type { Generation } from "@/lib/domain/generation";
import { settingChanges } from "@/lib/domain/generation-changes";
import { excerptOf, promptDiff } from "@/lib/domain/prompt-diff";
import { DiffText } from "./diff-text";
import { useTileContext } from "./tile-context";

/** What a person changed since the generation they iterate on: the words around the change, and the settings. */
export const GenerationChanges = memo(function GenerationChanges({
  before,
  after,
}: {
  before: Generation;
  after: Generation;
}) {
  const { models } = useTileContext();
  const labelOf = (modelId: string) => models.find(({ id }) => id === modelId)?.label ?? modelId;
  const settings = settingChanges(before, after, labelOf);
  const hasNewWords = before.prompt !== after.prompt;
  if (!hasNewWords && settings.length === 0) return null;
  return (
    <div className="mt-1 line-clamp-4 text-body text-ink-muted" dir="auto">
      {hasNewWords && <DiffText parts={excerptOf(promptDiff(before.prompt, after.prompt))} />}
      {settings.map((setting) => (
        <span key={setting.label} className="ml-2 inline-block whitespace-nowrap first:ml-0">
          {setting.label}{" "}
          <DiffText
            parts={[
              { kind: "deleted", text: setting.before },
              { kind: "inserted", text: setting.after },
            ]}
          />
        </span>
      ))}
    </div>
  );
});
