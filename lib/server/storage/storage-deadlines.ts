import "server-only";

/** How long the operations of a storage may take. */
export type StorageDeadlines = {
  /** For anything small, and before the first byte of anything large. */
  answerMs: number;
  /** The slowest line that is waited for. */
  bytesPerSecondMin: number;
  /** The longest silence of a stream, from either end. */
  stallMs: number;
};

/** A picture of 5 MB has 30 s: an uplink of 2 Mbit/s does that, and a tile does not say "storing" for minutes. */
export const STORAGE_DEADLINES: StorageDeadlines = {
  answerMs: 10_000,
  bytesPerSecondMin: 256 * 1024,
  stallMs: 30_000,
};

/** The time for an operation that moves so many bytes. */
export function timeForBytesMs({ answerMs, bytesPerSecondMin }: StorageDeadlines, sizeBytes: number): number {
  return answerMs + (sizeBytes / bytesPerSecondMin) * 1000;
}
