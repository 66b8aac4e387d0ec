import { Check } from "lucide-react";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";
import { countWords } from "@/lib/domain/text/count-words";

const SWITCH =
  "inline-flex h-11 shrink-0 items-center gap-1.5 rounded-sm border px-3 font-medium transition-colors noscript:hidden desk:h-control";
const OFF =
  "border-line-strong bg-field hover:border-line-heavy hover:bg-hover disabled:border-line disabled:bg-transparent disabled:text-ink-faint";
const ON = "aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-on-ink";

type GalleryHeaderProps = { gallery: SharedGallery; picksOnly: boolean; onPicksOnly(on: boolean): void };

/** What the gallery is called, how much is in it, and the visitor's own choice. */
export function GalleryHeader({ gallery, picksOnly, onPicksOnly }: GalleryHeaderProps) {
  const { title, pictureCount, pictures, marks, canReview } = gallery;
  const underWay = pictures.filter(({ state }) => state !== "completed").length;
  const picks = Object.values(marks).filter((mark) => mark === "pick").length;
  return (
    <header className="sticky top-0 z-10 flex min-h-14 items-center gap-4 border-line border-b bg-panel px-3 py-1.5 desk:px-5">
      <div className="mr-auto min-w-0">
        <h1 className="truncate font-medium text-lead desk:text-title" dir="auto">
          {title}
        </h1>
        <p className="text-caption text-ink-muted">
          {countWords(pictureCount, "picture")}
          {underWay > 0 && (
            <span className="ml-2 inline-flex items-center gap-1.5">
              <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-accent" />
              {underWay} developing
            </span>
          )}
        </p>
      </div>
      {canReview && (
        <button
          type="button"
          aria-pressed={picksOnly}
          disabled={picks === 0 && !picksOnly}
          onClick={() => onPicksOnly(!picksOnly)}
          className={`${SWITCH} ${OFF} ${ON}`}
        >
          <Check aria-hidden size={14} strokeWidth={2} />
          My picks
          <span className="min-w-3 text-center">{picks}</span>
        </button>
      )}
    </header>
  );
}
