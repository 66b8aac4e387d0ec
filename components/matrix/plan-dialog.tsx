import { Dialog } from "@/components/ui/dialog";
import type { MatrixDraft } from "@/lib/client/studio/matrix-draft";
import { PlanView } from "./plan-view";

/** The plan of variations, over the studio. */
export function PlanDialog({ draft, onClose }: { draft: MatrixDraft; onClose(): void }) {
  return (
    <Dialog
      open
      label="Plan variations"
      className="desk:w-[min(960px,calc(100vw-32px))]! overflow-hidden!"
      onClose={onClose}
    >
      <PlanView draft={draft} onClose={onClose} />
    </Dialog>
  );
}
