import { Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { openView } from "@/lib/client/studio/view-store";

/** In place of the pictures: all of them are left out by what is chosen above, or deleted. */
export function NothingShown({ isLeftOut }: { isLeftOut: boolean }) {
  if (isLeftOut)
    return <p className="px-6 pt-16 text-center text-ink-muted">No picture of this session is like that.</p>;
  return (
    <div className="grid justify-items-center gap-3 px-6 pt-16 text-center text-ink-muted">
      <p>Every picture of this session is deleted.</p>
      <Button size="sm" icon={Trash2} onClick={() => openView({ kind: "trash" })}>
        Deleted pictures
      </Button>
    </div>
  );
}
