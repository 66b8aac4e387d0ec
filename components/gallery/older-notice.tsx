import type { Older } from "@/components/gallery/live/use-older";
import { Button } from "@/components/ui/button";

/** The foot of the gallery: quiet while an older page comes by itself, a button where it did not. */
export function OlderNotice({ older }: { older: Older }) {
  return (
    <div className="grid h-24 place-items-start justify-center pt-4 text-caption text-ink-faint">
      {older.state === "loading" && <p>Loading older pictures</p>}
      {older.state === "failed" && (
        <p className="flex items-center gap-2 text-ink-muted">
          Older pictures did not load.
          <Button size="sm" onClick={older.load}>
            Load them
          </Button>
        </p>
      )}
    </div>
  );
}
