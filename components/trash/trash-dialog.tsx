import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { CLOSE_KEY } from "@/lib/client/keys/keys";
import { TRASH_DAYS } from "@/lib/domain/gallery/trash";
import { TrashList } from "./trash-list";
import { useTrash } from "./use-trash";

/** The deleted pictures of the open session, to bring them back one by one or together. */
export function TrashDialog({ onClose }: { onClose(): void }) {
  const { session } = useGallery();
  const { trash, problem, retry, restore } = useTrash(session.id);
  const ids = trash?.trashed.map(({ image }) => image.id) ?? [];
  const hidden = trash ? trash.count - ids.length : 0;
  return (
    <Dialog
      open
      label="Deleted pictures"
      className="desk:w-[min(640px,calc(100vw-32px))]! overflow-hidden!"
      onClose={onClose}
    >
      <div className="flex h-[min(560px,calc(100dvh-96px))] flex-col">
        <header className="flex items-center gap-3 border-line border-b py-2 pr-2 pl-4">
          <h2 className="font-semibold text-lead">Deleted pictures</h2>
          <Button size="sm" className="ml-auto" disabled={ids.length === 0} onClick={() => void restore(ids)}>
            Bring back {hidden > 0 ? `these ${ids.length}` : "all"}
          </Button>
          <IconButton
            icon={X}
            label="Close"
            keys={CLOSE_KEY}
            tooltipSide="bottom"
            tooltipAlign="end"
            data-autofocus
            onClick={onClose}
          />
        </header>
        <p role="status" className="px-4 pt-3 text-caption text-ink-muted">
          {problem ?? (trash ? statusWords(trash.count, hidden) : "Loading")}
        </p>
        {problem !== null && (
          <p className="px-4 pt-2">
            <Button size="sm" onClick={retry}>
              Try again
            </Button>
          </p>
        )}
        {trash && trash.trashed.length > 0 && (
          <TrashList trashed={trash.trashed} onRestore={(id) => restore([id])} />
        )}
      </div>
    </Dialog>
  );
}

function statusWords(count: number, hidden: number): string {
  if (count === 0) return "No picture of this session is in the trash.";
  const kept = `What is deleted stays here for ${TRASH_DAYS} days.`;
  return hidden > 0 ? `The last ${count - hidden} of ${count} deleted. ${kept}` : kept;
}
