import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";
import type { Services } from "@/lib/server/services";

/** A stream holds a socket and a few kilobytes; so many are all that one process should be asked for. */
const PLACES_MAX = 2_000;
const AGAIN_AFTER_MS = 10_000;

/** By studio, which has one set of streams, then by who looks. */
const taken = new WeakMap<Services["streams"], Map<string, number>>();

/**
 * A place among the open event streams of this process, until it is given back.
 * @param reader who looks, such as "viewer:local"
 * @param max how many places one reader may have
 * @throws AppError too_many_tries when the reader, or the process, has no place left
 */
export function takeStreamPlace(
  { streams }: Pick<Services, "streams">,
  reader: string,
  max: number,
): () => void {
  const byReader = taken.get(streams) ?? new Map<string, number>();
  taken.set(streams, byReader);
  const own = byReader.get(reader) ?? 0;
  if (own >= max) throw refused("Too many pages of yours watch the studio at once. Close some.");
  if (sum(byReader) >= PLACES_MAX) throw refused("Too many people watch this studio just now.");
  byReader.set(reader, own + 1);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    const left = (byReader.get(reader) ?? 1) - 1;
    if (left === 0) byReader.delete(reader);
    else byReader.set(reader, left);
  };
}

function sum(byReader: ReadonlyMap<string, number>): number {
  return byReader.values().reduce((total, own) => total + own, 0);
}

function refused(message: string): AppError {
  return new AppError("too_many_tries", { message, retryAfterMs: AGAIN_AFTER_MS });
}
