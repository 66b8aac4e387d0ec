import { useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { updateImages } from "@/lib/client/api/studio-api";
import { forgetUndo, recordUndo } from "@/lib/client/commands/undo-log";
import { type CullCounts, cullWords, flagsOf } from "./cull-state";
import type { useCull } from "./use-cull";

type CullEndProps = { run: ReturnType<typeof useCull>; counts: CullCounts; onClose(): void };

/** What came of it, and what to do next. */
export function CullEnd({ run, counts, onClose }: CullEndProps) {
  const { items, state, restart, flush } = run;
  const [isDeleted, setDeleted] = useState(false);
  const rejectedIds = items.filter((item) => flagsOf(state, item).rejected).map(({ image }) => image.id);
  const setAll = async (deleted: boolean) => {
    setDeleted(deleted);
    try {
      await flush();
      await updateImages(rejectedIds, { deleted });
      return true;
    } catch (thrown) {
      setDeleted(!deleted);
      showToast(refusalWords(thrown));
      return false;
    }
  };
  const remove = () => {
    const sessionIds = new Set(items.map(({ image }) => image.sessionId));
    const [sessionId = null] = sessionIds.size === 1 ? sessionIds : [];
    const words = `${rejectedIds.length} deleted.`;
    const step = { kind: "images", ids: rejectedIds, change: { deleted: false } } as const;
    const done = setAll(true);
    const undoId = recordUndo({ sessionId, words, step }, done);
    const restore = () => {
      forgetUndo(undoId);
      void setAll(false);
    };
    void done.then((isDone) => isDone && showToast(words, { label: "Undo", run: restore }));
  };
  if (items.length === 0)
    return (
      <div className="grid place-content-center justify-items-center gap-4">
        <p className="text-ink-muted">There are no finished pictures here.</p>
        <Button onClick={onClose}>Close</Button>
      </div>
    );
  return (
    <div className="grid place-content-center justify-items-center gap-5 px-6 text-center">
      <div className="grid gap-1">
        <p className="font-semibold text-title tracking-[-0.01em]">{cullWords(counts)}</p>
        <p className="text-ink-muted">
          {isDeleted
            ? "The rejected ones are in the trash for 30 days."
            : "Everything is kept as you marked it."}
        </p>
      </div>
      <div className="flex flex-wrap justify-center gap-2">
        <Button variant="primary" onClick={onClose}>
          Back to the pictures
        </Button>
        {rejectedIds.length > 0 && !isDeleted && (
          <Button variant="danger" onClick={remove}>
            Delete the {rejectedIds.length} rejected
          </Button>
        )}
        <Button onClick={restart}>Go through again</Button>
      </div>
    </div>
  );
}
