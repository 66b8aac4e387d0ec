import { CircleX, Heart } from "lucide-react";
import { DiffText } from "@/components/ui/diff-text";
import { IconButton } from "@/components/ui/icon-button";
import type { ImageActions } from "@/lib/client/commands/use-image-actions";
import { KEYS, shownKey } from "@/lib/client/keys/keys";
import type { Generation } from "@/lib/domain/generation/generation";
import { settingChanges } from "@/lib/domain/generation/generation-changes";
import { excerptOf, promptDiff } from "@/lib/domain/generation/prompt-diff";
import type { ComparedImage } from "./compared-image";

type CompareHeadProps = {
  number: number;
  placed: ComparedImage;
  /** What it is compared to; null for the first itself. */
  first: Generation | null;
  isFocused: boolean;
  labelOf(modelId: string): string;
  actions: ImageActions;
};

/** The words of a picture: in full for the first, what differs from the first for the others. */
export function CompareHead({ number, placed, first, isFocused, labelOf, actions }: CompareHeadProps) {
  const { generation, image } = placed;
  return (
    <div className="flex min-w-0 items-start gap-2 px-3 py-2">
      <span
        className={`mt-0.5 grid size-5 shrink-0 place-items-center rounded-xs font-medium text-caption ${isFocused ? "bg-ink text-on-ink" : "bg-hover text-ink-muted"}`}
      >
        {number}
      </span>
      <div className="min-w-0 flex-1">
        {first ? (
          <Differences before={first} after={generation} labelOf={labelOf} />
        ) : (
          <p dir="auto" className="line-clamp-3 text-pretty">
            {generation.prompt}
          </p>
        )}
        <p className="truncate text-caption text-ink-faint">
          {labelOf(generation.modelId)} · {image.widthPx} × {image.heightPx}
        </p>
      </div>
      <div className="-my-0.5 -mr-1.5 flex">
        <IconButton
          icon={Heart}
          label="Favourite"
          keys={shownKey(KEYS.compare.favourite)}
          tooltipSide="bottom"
          tooltipAlign="end"
          aria-pressed={image.favourite}
          filled={image.favourite}
          onClick={() => actions.toggleFavourite(image)}
        />
        <IconButton
          icon={CircleX}
          label="Reject"
          keys={shownKey(KEYS.compare.reject)}
          tooltipSide="bottom"
          tooltipAlign="end"
          aria-pressed={image.rejected}
          onClick={() => actions.toggleRejected(image)}
          className="aria-pressed:bg-pressed"
        />
      </div>
    </div>
  );
}

type DifferencesProps = { before: Generation; after: Generation; labelOf(modelId: string): string };

function Differences({ before, after, labelOf }: DifferencesProps) {
  const settings = settingChanges(before, after, labelOf);
  const isSamePrompt = before.prompt === after.prompt;
  if (isSamePrompt && settings.length === 0) return <p className="text-ink-muted">Same recipe as 1.</p>;
  return (
    <>
      {isSamePrompt ? (
        <p className="text-ink-muted">Same words as 1.</p>
      ) : (
        <p dir="auto" className="line-clamp-3 text-pretty">
          <DiffText parts={excerptOf(promptDiff(before.prompt, after.prompt))} />
        </p>
      )}
      {settings.length > 0 && (
        <p className="flex flex-wrap gap-x-3 text-ink-muted">
          {settings.map((setting) => (
            <span key={setting.label}>
              {setting.label}{" "}
              <DiffText
                parts={[
                  { kind: "deleted", text: setting.before },
                  { kind: "kept", text: " " },
                  { kind: "inserted", text: setting.after },
                ]}
              />
            </span>
          ))}
        </p>
      )}
    </>
  );
}
