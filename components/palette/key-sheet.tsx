import { X } from "lucide-react";
import { KEY_GUIDE, type KeyChapter } from "@/components/palette/key-guide";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { COMMAND_GROUPS, type Command, useCommands } from "@/lib/client/commands/command-registry";
import { setSingleKeys, useSingleKeys } from "@/lib/client/keys/single-keys";
import { KeyCaps } from "./key-caps";

/** All keys of the studio: those of commands, which work everywhere, then place by place. */
export function KeySheet({ onClose }: { onClose(): void }) {
  const commands = useCommands();
  const isOn = useSingleKeys();
  return (
    <Dialog
      open
      onClose={onClose}
      label="Keyboard shortcuts"
      className="desk:w-[min(720px,calc(100vw-32px))]! overflow-hidden!"
    >
      <div className="flex max-h-[min(680px,calc(100dvh-64px))] flex-col">
        <div className="flex items-center justify-between border-line border-b py-2 pr-2 pl-4">
          <h2 className="font-semibold text-lead">Keyboard shortcuts</h2>
          <IconButton
            icon={X}
            label="Close"
            tooltipSide="bottom"
            tooltipAlign="end"
            data-autofocus
            onClick={onClose}
          />
        </div>
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys, too.
          tabIndex={0}
          className="min-h-0 overflow-y-auto overscroll-contain px-4 py-3 desk:columns-2 desk:gap-8"
        >
          {[...chaptersOf(commands), ...KEY_GUIDE].map((chapter) => (
            <Chapter key={chapter.heading} {...chapter} />
          ))}
        </div>
        <div className="border-line border-t px-4 py-2.5">
          <label className="flex min-h-6 items-center gap-2 max-desk:min-h-11">
            <input
              type="checkbox"
              checked={isOn}
              onChange={(event) => setSingleKeys(event.currentTarget.checked)}
              className="size-4 accent-ink"
            />
            Single letters and signs run commands everywhere
          </label>
        </div>
      </div>
    </Dialog>
  );
}

function Chapter({ heading, hints }: KeyChapter) {
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 font-medium text-caption text-ink-faint">{heading}</h3>
      <dl>
        {hints.map(({ keys, does }) => (
          <div
            key={does}
            className="flex min-h-7 items-center justify-between gap-4 border-line border-b py-0.5"
          >
            <dt>{does}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <KeyCaps key={key} keys={key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One chapter for each group of commands that has a key. */
function chaptersOf(commands: readonly Command[]): KeyChapter[] {
  return COMMAND_GROUPS.flatMap((heading) => {
    const hints = commands.flatMap(({ group, keys, label }) =>
      group === heading && keys !== undefined ? [{ keys: [keys], does: label }] : [],
    );
    return hints.length > 0 ? [{ heading, hints }] : [];
  });
}
