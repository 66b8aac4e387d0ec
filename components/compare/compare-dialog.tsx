import { useEffect, useMemo } from "react";
import { Dialog } from "@/components/ui/dialog";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { CompareView } from "./compare-view";
import { comparedImages } from "./compared-image";

/** Two to four pictures of the session, as large as the window. */
export function CompareDialog({ imageIds, onClose }: { imageIds: readonly string[]; onClose(): void }) {
  const state = useGallery();
  const pictures = useMemo(() => comparedImages(state, imageIds), [state, imageIds]);
  const isOver = pictures.length < 2;
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);
  return (
    <Dialog open={!isOver} label="Compare" shape="full" className="overflow-hidden!" onClose={onClose}>
      <CompareView pictures={pictures} onClose={onClose} />
    </Dialog>
  );
}
