import { LocalTime } from "@/components/ui/local-time";

/** Not sent yet, or sent again after the pause that the provider asked for. */
export function TileWaiting({ retryAt }: { retryAt: string | null }) {
  return (
    <p className="pointer-events-none absolute inset-x-2.5 bottom-2 text-caption text-ink-muted">
      Waiting
      {retryAt !== null && (
        <span className="block">
          The provider asked for a pause. Sends again at <LocalTime iso={retryAt} seconds />
        </span>
      )}
    </p>
  );
}
