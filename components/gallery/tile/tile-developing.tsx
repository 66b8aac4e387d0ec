import { useNow } from "@/components/gallery/live/use-now";
import type { Image, WaitsFor } from "@/lib/domain/generation/image";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";

const FINISHED_WORDS = {
  storage: "Finished; waiting for storage",
  address: "Finished; being fetched from the provider",
} as const satisfies Record<WaitsFor, string>;

type DevelopingImage = Extract<Image, { state: "developing" }>;

/**
 * How far a picture is: the preview it has come to, a line for it, and the seconds since it was sent; or that it is
 * there and will be shown once it is stored.
 */
export function TileDeveloping({ image, partials }: { image: DevelopingImage; partials: number }) {
  const seen = image.preview?.partialIndex == null ? 0 : image.preview.partialIndex + 1;
  const onPicture = image.preview !== null;
  return (
    <>
      <p
        className={`pointer-events-none absolute inset-x-1.5 bottom-2 flex h-5 items-center text-caption ${onPicture ? "text-on-veil" : "text-ink-muted"}`}
      >
        <span
          className={`flex min-w-0 items-center gap-1.5 rounded-xs px-1.5 leading-5 ${onPicture ? "bg-veil" : ""}`}
        >
          <span
            aria-hidden
            className="size-1.5 shrink-0 animate-pulse rounded-full bg-accent @max-[200px]/tile:hidden"
          />
          <span className="truncate">
            {image.waitsFor === null ? words(seen, partials) : FINISHED_WORDS[image.waitsFor]}
          </span>
        </span>
        {image.waitsFor === null && <Elapsed since={image.sentAt} onPicture={onPicture} />}
      </p>
      <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 overflow-hidden rounded-b-sm">
        <span
          className="block size-full origin-left bg-accent transition-transform duration-160"
          style={{ transform: `scaleX(${seen / (Math.max(partials, seen) + 1)})` }}
        />
      </span>
    </>
  );
}

/** "Developing, preview 2 of 3"; where that does not fit, the first word is for ears only. */
function words(seen: number, partials: number) {
  if (seen === 0) return STATE_WORDS.developing;
  return (
    <>
      <span className="@max-[180px]/tile:sr-only">Developing, </span>
      <span className="inline-block @max-[180px]/tile:first-letter:uppercase">
        preview {seen} of {Math.max(partials, seen)}
      </span>
    </>
  );
}

/** "12 s", from the second second on, in a place of its own: what grows beside it may not move it. Hidden from assistive technology: it would never be quiet. */
function Elapsed({ since, onPicture }: { since: string; onPicture: boolean }) {
  const now = useNow();
  const seconds = now === null ? 0 : Math.floor((now - Date.parse(since)) / 1000);
  if (seconds < 1) return null;
  return (
    <span
      aria-hidden
      className={`absolute right-0 min-w-10 rounded-xs px-1.5 text-left leading-5 @max-[220px]/tile:hidden ${onPicture ? "bg-veil" : ""}`}
    >
      {seconds} s
    </span>
  );
}
