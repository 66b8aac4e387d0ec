"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { useStudio } from "@/lib/client/studio/studio-context";
import { rememberClosedNote } from "./offline-note-cookie";

/** Says that pictures are sketches and how to get real ones: a line under the head, until someone closes it. */
export function OfflineNote({ isClosed }: { isClosed: boolean }) {
  const { provider } = useStudio();
  const [isOpen, setIsOpen] = useState(!isClosed);
  if (!provider.isOffline || !isOpen) return null;
  const close = () => {
    setIsOpen(false);
    rememberClosedNote();
  };
  return (
    <aside
      aria-label="Offline provider"
      className="flex shrink-0 items-center gap-2 border-line border-b bg-panel py-0.5 pr-2 pl-4 text-caption text-ink-muted max-desk:pr-0 max-desk:pl-3"
    >
      <p className="min-w-0 flex-1 text-pretty">
        These are sketches from the offline provider. For pictures by a model, put{" "}
        <code className="font-medium font-sans text-ink">OPENAI_API_KEY</code> in{" "}
        <code className="font-medium font-sans text-ink">.env</code>
        <span className="max-desk:hidden"> or the environment</span>, then restart.
      </p>
      <IconButton icon={X} label="Dismiss" tooltipSide="bottom" tooltipAlign="end" onClick={close} />
    </aside>
  );
}
