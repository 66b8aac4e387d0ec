import { Dialog } from "@/components/ui/dialog";
import { TreeView } from "./tree-view";

/** The tree as large as the window. */
export function TreeDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog open label="Tree" shape="full" className="overflow-hidden!" onClose={onClose}>
      <TreeView onClose={onClose} />
    </Dialog>
  );
}
