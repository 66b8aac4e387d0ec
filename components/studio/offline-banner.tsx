"use client";

import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { suggestPrompt } from "@/lib/client/studio/prompt-suggestion";
import { useStudio } from "@/lib/client/studio/studio-context";

const STORAGE_KEY = "safelight:offline-banner-dismissed";
const EXAMPLE =
  "A lighthouse on a basalt cliff at dusk, one warm window, long exposure sea, muted teal and amber";

/**
 * Says that pictures are sketches and how to get real ones. It floats over the foot of the gallery
 * and comes after the first paint, when the browser knows whether it was dismissed: nothing moves.
 */
export function OfflineBanner() {
  const { provider } = useStudio();
  const isEmpty = useGallery().generations.length === 0;
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => setIsOpen(provider.isOffline && !wasDismissed()), [provider.isOffline]);
  if (!isOpen) return null;
  const dismiss = () => {
    setIsOpen(false);
    rememberDismissal();
  };
  return (
    <aside
      aria-label="Offline provider"
      data-empty={isEmpty}
      className="group absolute inset-x-3 bottom-3 z-20 mx-auto flex w-fit max-w-[640px] animate-rise items-center gap-2 rounded-md bg-raised p-2 pl-3 shadow-float max-desk:data-[empty=true]:flex-wrap"
    >
      <p className="min-w-0 flex-1 text-pretty text-ink-muted max-desk:py-1 max-desk:group-data-[empty=true]:basis-full">
        <strong className="font-medium text-ink">These are sketches from the offline provider.</strong> For
        pictures by a model, put <code className="font-medium font-sans text-ink">OPENAI_API_KEY</code> in{" "}
        <code className="font-medium font-sans text-ink">.env</code> or the environment, then restart.
      </p>
      {isEmpty && (
        <Button onClick={() => suggestPrompt(EXAMPLE)} className="max-desk:flex-1">
          Try an example
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" tooltipAlign="end" onClick={dismiss} />
    </aside>
  );
}

function wasDismissed(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== null;
  } catch {
    return false;
  }
}

/** A forbidden storage only means that the banner comes back. */
function rememberDismissal(): void {
  try {
    localStorage.setItem(STORAGE_KEY, new Date().toISOString());
  } catch {
    return;
  }
}
