import { Dialog } from "@/components/ui/dialog";
import type { CullSource } from "@/lib/client/cull-source";
import { CullView } from "./cull-view";

/** A cull as large as the window. */
export function CullDialog({ source, onClose }: { source: CullSource; onClose(): void }) {
  return (
    <Dialog open label="Cull" shape="full" className="overflow-hidden!" onClose={onClose}>
      <CullView key={source.key} source={source} onClose={onClose} />
    </Dialog>
  );
}
