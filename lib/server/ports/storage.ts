import "server-only";

export type PutOptions = {
  /** `false`: the value may be lost in a power cut (previews of an unfinished picture). */
  durable: boolean;
};

/** A value opened for reading. Whoever opens one reads its stream to the end or cancels it. */
export type StoredBytes = {
  sizeBytes: number;
  /** What the bytes themselves say they are, never what a client claimed. */
  contentType: string;
  /** The whole value. To be called once. */
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
};

/**
 * Where bytes live. Keys look like `images/<id>/original` and are made by the studio, never from input:
 * anything else throws an `InvalidStorageKeyError`. A prefix is a key followed by a slash.
 */
export interface Storage {
  /** Stores or replaces a value. A reader sees the old value or the new one, never a part. */
  put(key: string, bytes: Uint8Array, options: PutOptions): Promise<void>;
  /** The whole value, or null when there is none. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** The value as a stream, or null when there is none. */
  open(key: string): Promise<StoredBytes | null>;
  /** When a value was stored, by the storage's own clock; null when there is none. */
  storedAt(key: string): Promise<Date | null>;
  /** Removes every key under a prefix such as `images/<id>/`; none is fine too. */
  remove(prefix: string): Promise<void>;
  /** Every key under a prefix, or every key at all for `""`, in no particular order. */
  list(prefix: string): AsyncIterable<string>;
  /** Lets go of connections and handles. */
  close(): Promise<void>;
}
