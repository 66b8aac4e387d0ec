import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { applyStudioEvent, type GalleryState } from "@/lib/client/gallery-state";
import { createMatrix } from "@/lib/client/matrix-api";
import type { MatrixDraft } from "@/lib/client/matrix-draft";
import { refusalWords } from "@/lib/client/refusal-words";
import { useStudio } from "@/lib/client/studio-context";
import { submissionKeys } from "@/lib/client/submission-key";
import type { MatrixCell } from "@/lib/domain/matrix-cell";
import { planMatrix } from "@/lib/domain/matrix-plan";
import { axisInputs, type PlanAxes, type PlanAxisName, startingAxes, withToggled } from "./plan-axes";

/** The plan of a matrix as it stands, and everything that changes or sends it. */
export function usePlan(draft: MatrixDraft, onClose: () => void) {
  const { models, provider } = useStudio();
  const queryClient = useQueryClient();
  const { template, base, sessionId, parentImageId } = draft;
  const [start] = useState(() => startingAxes(base, models));
  const [axes, setAxes] = useState<PlanAxes>(start);
  const [struck, setStruck] = useState<readonly MatrixCell[]>([]);
  const [keys] = useState(() => submissionKeys(() => crypto.randomUUID()));
  const [isSending, setIsSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isFree = provider.isOffline;
  const inputs = useMemo(() => axisInputs(axes, start), [axes, start]);
  const result = useMemo(() => {
    const table = new Map(models.map((model) => [model.id, model]));
    return planMatrix({ template, base, axes: inputs, struck, models: table, isFree });
  }, [template, base, inputs, struck, models, isFree]);

  const send = async (capUsd: number | null) => {
    setIsSending(true);
    setRefusal(null);
    const input = { sessionId, parentImageId, template, base, axes: inputs, struck: [...struck], capUsd };
    try {
      const created = await createMatrix({ ...input, idempotencyKey: keys.keyFor(input) });
      keys.settle();
      queryClient.setQueryData<GalleryState>(
        ["gallery", sessionId],
        (state) => state && added(state, created),
      );
      onClose();
      draft.onSent();
    } catch (thrown) {
      setRefusal(refusalWords(thrown));
      setIsSending(false);
    }
  };
  return {
    ...{ models, isFree, axes, result, isSending, refusal, send },
    /** Places move with the axes, so nothing stays struck. */
    toggleValue(name: PlanAxisName, value: string) {
      setAxes(withToggled(axes, name, value));
      setStruck([]);
    },
    strike(cells: readonly MatrixCell[], isStruck: boolean) {
      const others = struck.filter((known) => !cells.some((cell) => isSame(cell, known)));
      setStruck(isStruck ? [...others, ...cells.map(({ row, column }) => ({ row, column }))] : others);
    },
  };
}

function isSame(a: MatrixCell, b: MatrixCell): boolean {
  return a.row === b.row && a.column === b.column;
}

type Created = Awaited<ReturnType<typeof createMatrix>>;

/** Shows what was made without waiting for the event stream. */
function added(state: GalleryState, { matrix, generations, images }: Created): GalleryState {
  const events = [
    { type: "matrix-changed", matrix } as const,
    ...generations.map((generation) => ({ type: "generation-changed", generation }) as const),
    ...images.map((image) => ({ type: "image-changed", image }) as const),
  ];
  return events.reduce(applyStudioEvent, state);
}
