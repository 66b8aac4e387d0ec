import { RotateCcw } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { treeImageOf } from "@/lib/domain/gallery/session-tree";
import type { TrashedImage } from "@/lib/domain/gallery/trash";

type TrashListProps = { trashed: readonly TrashedImage[]; onRestore(imageId: string): Promise<void> };

/** Each deleted picture with its words. The focus goes on to the next one when one is brought back. */
export function TrashList({ trashed, onRestore }: TrashListProps) {
  const ref = useRef<HTMLUListElement>(null);
  const restore = async (imageId: string, place: number) => {
    const dialog = ref.current?.closest("dialog");
    await onRestore(imageId);
    requestAnimationFrame(() => {
      const buttons = ref.current?.querySelectorAll("button");
      const next = buttons?.[Math.min(place, buttons.length - 1)];
      (next ?? dialog?.querySelector<HTMLElement>("[data-autofocus]"))?.focus();
    });
  };
  return (
    <ul
      ref={ref}
      aria-label="Deleted pictures"
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 py-2"
    >
      {trashed.map(({ image, prompt }, place) => (
        <li key={image.id} className="flex items-center gap-3 rounded-sm px-2 py-1.5 hover:bg-hover">
          <Thumb url={treeImageOf(image).url} />
          <span className="min-w-0 flex-1">
            <span dir="auto" className="block truncate">
              {prompt}
            </span>
            {image.deletedAt !== null && (
              <span className="block truncate text-caption text-ink-muted">
                Deleted <LocalTime iso={image.deletedAt} />
              </span>
            )}
          </span>
          <Button
            size="sm"
            icon={RotateCcw}
            aria-label={`Bring back ${prompt}, ${image.index + 1}`}
            onClick={() => void restore(image.id, place)}
          >
            Bring back
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Thumb({ url }: { url: string | null }) {
  return url === null ? (
    <span aria-hidden className="size-14 shrink-0 rounded-xs border border-line" />
  ) : (
    <img
      src={url}
      alt=""
      loading="lazy"
      decoding="async"
      className="size-14 shrink-0 rounded-xs bg-canvas object-cover"
    />
  );
}
