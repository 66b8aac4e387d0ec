import { CircleStop } from "lucide-react";
import { useState } from "react";
import { useTileContext } from "@/components/gallery/tile/tile-context";
import { Button } from "@/components/ui/button";

/** Stops a generation, and says before the press what that can and cannot do. */
export function CancelButton({ generationId }: { generationId: string }) {
  const { cancel } = useTileContext();
  const [isPressed, setPressed] = useState(false);
  return (
    <Button
      variant="quiet"
      size="sm"
      icon={CircleStop}
      title="Stops what was not sent; what was sent may be billed"
      aria-disabled={isPressed}
      onClick={() => {
        if (isPressed) return;
        setPressed(true);
        cancel(generationId).then(setPressed);
      }}
      className="aria-disabled:opacity-50"
    >
      Cancel
    </Button>
  );
}
