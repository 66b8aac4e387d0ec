import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { focusDialog } from "@/components/ui/focus";
import { type ImportState, importStore } from "./import-store";
import { sentWords } from "./sent-words";

/** How far an import is, or why it was refused. */
export function ImportNotice({ state }: { state: ImportState }) {
  if (state.phase === "idle") return null;
  return (
    <div className="flex items-center gap-3 border-line border-t px-3 py-2 text-caption">
      {state.phase === "refused" ? <Refused state={state} /> : <UnderWay state={state} />}
      <Button
        size="sm"
        onClick={(event) => {
          // The line goes, and the focus must not go with it.
          focusDialog(event.currentTarget);
          importStore.stop();
        }}
      >
        {state.phase === "refused" ? "Dismiss" : "Stop"}
      </Button>
    </div>
  );
}

function Refused({ state }: { state: Extract<ImportState, { phase: "refused" }> }) {
  return (
    <p role="alert" className="flex min-w-0 flex-1 gap-2">
      <CircleAlert aria-hidden size={14} className="mt-px shrink-0 text-danger" />
      <span className="min-w-0 break-words">
        <strong className="font-medium">{state.fileName} was not imported.</strong> {state.words}
      </span>
    </p>
  );
}

function UnderWay({ state }: { state: Extract<ImportState, { phase: "sending" | "storing" }> }) {
  const words =
    state.phase === "sending" ? `Sending ${state.fileName}` : `Checking and storing ${state.fileName}`;
  return (
    <div className="grid min-w-0 flex-1 gap-1">
      <p className="flex gap-3">
        <span role="status" className="truncate">
          {words}
        </span>
        {state.phase === "sending" && (
          <span className="ml-auto shrink-0 text-ink-muted tabular-nums">
            {sentWords(state.share, state.sizeBytes)}
          </span>
        )}
      </p>
      <progress
        aria-label={words}
        {...(state.phase === "sending" && { value: state.share })}
        className="h-1 w-full overflow-hidden rounded-full accent-ink"
      />
    </div>
  );
}
