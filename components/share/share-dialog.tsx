import { ChevronLeft, Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogHead } from "@/components/ui/dialog-head";
import { focusDialog } from "@/components/ui/focus";
import { IconButton } from "@/components/ui/icon-button";
import { type ShareView, shareSession, showShares } from "@/lib/client/studio/share-target";
import type { Share } from "@/lib/domain/share/share";
import { EditShare } from "./edit-share";
import { ShareList } from "./list/share-list";
import { MadeShare } from "./made-share";
import { NewShare } from "./new-share";

/** What grew out of the view that was asked for. */
type Step = { kind: "made" | "edit"; share: Share } | null;

type ShareDialogProps = { view: ShareView; onClose(): void };

/** Makes a share, and lists all of them: one dialog whose content changes. */
export function ShareDialog({ view, onClose }: ShareDialogProps) {
  const [step, setStep] = useState<Step>(null);
  const shown = step?.kind ?? view.kind;
  const content = useRef<HTMLDivElement>(null);
  useFocusOn(shown, content);
  const toList = () => {
    setStep(null);
    showShares();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      label={shown === "new" || shown === "made" ? "Share gallery" : "Shared galleries"}
      className={shown === "list" ? "desk:w-[min(720px,calc(100vw-32px))]! overflow-hidden!" : ""}
    >
      <div ref={content} className={shown === "list" ? "flex h-[min(600px,calc(100dvh-96px))] flex-col" : ""}>
        {step?.kind === "edit" ? (
          <>
            <DialogHead title="Edit shared gallery" onClose={onClose}>
              <IconButton
                icon={ChevronLeft}
                label="Back to all"
                tooltipSide="bottom"
                tooltipAlign="end"
                onClick={toList}
              />
            </DialogHead>
            <EditShare share={step.share} onDone={toList} />
          </>
        ) : step ? (
          <>
            <DialogHead title="Share gallery" onClose={onClose} />
            <MadeShare share={step.share} onList={toList} onClose={onClose} />
          </>
        ) : view.kind === "list" ? (
          <>
            <DialogHead title="Shared galleries" onClose={onClose}>
              <Button size="sm" icon={Plus} onClick={() => shareSession()}>
                Share this session
              </Button>
            </DialogHead>
            <ShareList onEdit={(share) => setStep({ kind: "edit", share })} />
          </>
        ) : (
          <>
            <DialogHead title="Share gallery" onClose={onClose} />
            <NewShare view={view} onDone={(share) => setStep({ kind: "made", share })} onList={toList} />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** What had the focus is gone with the content before: the new content's first place takes it. */
function useFocusOn(shown: string, content: React.RefObject<HTMLElement | null>): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const element = content.current;
    if (element?.contains(document.activeElement)) return;
    focusDialog(element);
  }, [shown, content]);
}
