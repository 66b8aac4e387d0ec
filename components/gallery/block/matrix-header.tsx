import { CircleStop, FileDown, Images } from "lucide-react";
import { useState } from "react";
import type { MatrixEntry } from "@/components/gallery/gallery-entries";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";
import { sheetHref, stopMatrix } from "@/lib/client/api/matrix-api";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { saveFile } from "@/lib/client/browser/save-file";
import { formatUsd, formatUsdWith } from "@/lib/client/words/format-usd";
import { matrixProgress } from "./grid-columns";
import { PromptText } from "./prompt-text";

/** The template of a matrix, how far it is, what it cost, and what can be done with all of it. */
export function MatrixHeader({ row }: { row: MatrixEntry }) {
  const { matrix } = row;
  const { openCount, doneCount, ...money } = matrixProgress(row);
  const facts = [
    `${doneCount} of ${row.images.length} finished`,
    matrix.stoppedAt === null ? null : "stopped",
    row.cells.every(({ generation }) => generation.isSketch) ? null : moneyWords(matrix.capUsd, money),
  ].filter((fact) => fact !== null);
  return (
    <header className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4">
      <div className="min-w-0 max-w-[72ch] max-desk:col-span-2">
        <PromptText prompt={matrix.template} />
        <p className="mt-0.5 text-caption text-ink-faint">{facts.join(" · ")}</p>
      </div>
      <div className="-mr-2 flex flex-wrap items-center justify-end max-desk:col-span-2 max-desk:-ml-2 max-desk:justify-start">
        {openCount > 0 && matrix.stoppedAt === null && <StopButton matrixId={matrix.id} />}
        <Button
          variant="quiet"
          size="sm"
          icon={Images}
          disabled={doneCount === 0}
          onClick={() => saveFile(sheetHref(matrix.id, "png"))}
        >
          Sheet as PNG
        </Button>
        <Button
          variant="quiet"
          size="sm"
          icon={FileDown}
          disabled={doneCount === 0}
          onClick={() => saveFile(sheetHref(matrix.id, "pdf"))}
        >
          Sheet as PDF
        </Button>
      </div>
    </header>
  );
}

function StopButton({ matrixId }: { matrixId: string }) {
  const [isPressed, setPressed] = useState(false);
  const stop = () => {
    setPressed(true);
    stopMatrix(matrixId).then(
      () => showToast("Stopped what was not sent. What was sent finishes."),
      (thrown: unknown) => {
        setPressed(false);
        showToast(refusalWords(thrown));
      },
    );
  };
  return (
    <Button
      variant="quiet"
      size="sm"
      icon={CircleStop}
      title="Ends what was not sent; what was sent finishes"
      aria-disabled={isPressed}
      onClick={() => !isPressed && stop()}
      className="aria-disabled:opacity-50"
    >
      Stop
    </Button>
  );
}

/** "$0.12 of at most $0.50", "$0.12 of up to $0.48" */
function moneyWords(
  capUsd: number | null,
  { spentUsd, estimateUsd }: { spentUsd: number; estimateUsd: number | null },
): string {
  const spent = formatUsd(spentUsd);
  if (capUsd !== null) return `${spent} of at most ${formatUsd(capUsd)}`;
  return estimateUsd === null ? spent : `${spent} of ${formatUsdWith("up to", estimateUsd)}`;
}
