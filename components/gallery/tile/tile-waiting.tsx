import { LocalTime } from "@/components/ui/local-time";
import type { Image } from "@/lib/domain/generation/image";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";

type WaitingImage = Extract<Image, { state: "waiting" }>;

/** Not sent yet, or sent again after the pause that the provider asked for. */
export function TileWaiting({ image: { retryAt, waitsFor } }: { image: WaitingImage }) {
  return (
    <p className="pointer-events-none absolute inset-x-2.5 bottom-2 text-caption text-ink-muted">
      {waitsFor === "storage" ? "Waiting for storage" : STATE_WORDS.waiting}
      {waitsFor === "storage" && (
        <span className="block @max-[180px]/tile:sr-only">It is sent once its picture can be stored.</span>
      )}
      {retryAt !== null && waitsFor === null && (
        <span className="block">
          The provider asked for a pause. Sends again at <LocalTime iso={retryAt} seconds />
        </span>
      )}
    </p>
  );
}
