import { Dialog } from "@/components/ui/dialog";
import { DialogHead } from "@/components/ui/dialog-head";
import { ProviderSection } from "./provider-section";
import { TokenSection } from "./tokens/token-section";

/** Who draws for the studio, and which programs it draws for. */
export function SettingsDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      label="Providers and tokens"
      className="desk:w-[min(640px,calc(100vw-32px))]!"
    >
      <DialogHead title="Providers and tokens" onClose={onClose} />
      <div className="grid gap-6 p-4 max-desk:pb-[max(16px,env(safe-area-inset-bottom))]">
        <ProviderSection />
        <TokenSection />
      </div>
    </Dialog>
  );
}
