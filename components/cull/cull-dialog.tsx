import { Dialog } from "@/components/ui/dialog";
import { CullView, type CullViewProps } from "./cull-view";

/** A cull as large as the window. */
export function CullDialog(props: CullViewProps) {
  return (
    <Dialog open label="Cull" shape="full" className="overflow-hidden!" onClose={props.onClose}>
      <CullView key={props.source.key} {...props} />
    </Dialog>
  );
}
