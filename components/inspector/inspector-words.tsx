import { Copy } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { showToast } from "@/components/ui/toast-store";
import type { Generation } from "@/lib/domain/generation/generation";
import type { Image } from "@/lib/domain/generation/image";

/** What the person wrote, and what the provider says it made of it. */
export function InspectorWords({ generation, image }: { generation: Generation; image: Image }) {
  const revised = image.state === "completed" ? image.revisedPrompt : null;
  return (
    <div className="grid gap-4">
      <Passage head="Prompt" text={generation.prompt} copyLabel="Copy text" />
      {revised !== null && revised !== generation.prompt && (
        <Passage head="Revised by the provider" text={revised} copyLabel="Copy revised text" />
      )}
    </div>
  );
}

function Passage({ head, text, copyLabel }: { head: string; text: string; copyLabel: string }) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => showToast("Copied."),
      () => showToast("The browser did not allow it. Select the text instead."),
    );
  return (
    <div>
      <div className="flex items-center justify-between">
        <h3 className="text-caption text-ink-faint">{head}</h3>
        <IconButton icon={Copy} label={copyLabel} tooltipAlign="end" className="-mr-1.5" onClick={copy} />
      </div>
      <p dir="auto" className="max-h-60 overflow-y-auto whitespace-pre-line break-words">
        {text}
      </p>
    </div>
  );
}
