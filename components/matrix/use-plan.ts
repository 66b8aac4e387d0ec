import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { createMatrix } from "@/lib/client/api/matrix-api";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { submissionKeys } from "@/lib/client/api/submission-key";
import { putCreated } from "@/lib/client/gallery/gallery-cache";
import type { MatrixDraft } from "@/lib/client/studio/matrix-draft";
import { useStudio } from "@/lib/client/studio/studio-context";
import type { MatrixCell } from "@/lib/domain/generation/matrix-cell";
import { planMatrix } from "@/lib/domain/matrix/matrix-plan";
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
      putCreated(queryClient, sessionId, created);
      onClose();
      draft.onSent();
    } catch (thrown) {
      setRefusal(refusalWords(thrown));
      setIsSending(false);
    }
  };
  return {
    models,
    isFree,
    axes,
    result,
    isSending,
    refusal,
    send,
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
