import "server-only";

/** Whether storage can be written, and since when and why not. `reason` is a sentence for people, without secrets. */
export type StorageState = { type: "writable" } | { type: "away"; since: Date; reason: string };

/** Who knows whether a picture could be stored, before it is paid for. */
export interface StorageWatch {
  /** As last seen. */
  state(): StorageState;
  /**
   * Finds out by a real write, read and remove that began after the question; those who ask at the same time share
   * one. While storage is known to be away the answer is at once no: the watch itself tries until it is back.
   */
  isWritable(): Promise<boolean>;
  /** Someone's own write failed: the watch finds out whether it is the storage. */
  suspect(error: unknown): void;
  /** Tells each time that storage can be written again; the answer ends that. */
  onBack(listener: () => void): () => void;
  close(): void;
}
