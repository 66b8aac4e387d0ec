import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { suggestPrompt } from "@/lib/client/studio/prompt-suggestion";
import { useStudio } from "@/lib/client/studio/studio-context";

/** Widths over heights of the empty frames: the shapes that pictures come in. */
const FRAMES = [1, 1.5, 0.67, 1] as const;

const EXAMPLE =
  "A lighthouse on a basalt cliff at dusk, one warm window, long exposure sea, muted teal and amber";

/** Before the first picture: a strip of empty frames, and where to begin; where nothing is paid for, with an example. */
export function EmptyGallery() {
  const { provider } = useStudio();
  return (
    <div className="grid h-full min-h-80 place-content-center justify-items-center gap-6 px-6 pb-24 text-center">
      <div aria-hidden className="flex gap-2">
        {FRAMES.map((ratio, place) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: four fixed shapes.
            key={place}
            style={{ aspectRatio: ratio }}
            className="h-14 rounded-xs border border-line-strong @min-[560px]:h-20"
          />
        ))}
      </div>
      <div className="grid justify-items-center gap-1.5">
        <h2 className="font-semibold text-title tracking-[-0.01em]">Pictures develop here</h2>
        <p className="max-w-[44ch] text-balance text-ink-muted">
          Describe what you want to see and generate. Every picture is kept, with the words and settings that
          made it.
        </p>
      </div>
      {provider.isOffline && <Button onClick={() => suggestPrompt(EXAMPLE)}>Try an example</Button>}
      <p className="flex items-center gap-1.5 text-caption text-ink-faint max-desk:hidden">
        <Kbd>Ctrl</Kbd>
        <Kbd>Enter</Kbd>
        <span className="ml-1">generates from the keyboard</span>
      </p>
    </div>
  );
}
