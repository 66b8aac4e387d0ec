import "server-only";

/** What a stream has still to be told: of each row the newest state, in the order in which rows were first told of. */
export type EventMailbox = {
  /** @param key of the row; a newer event takes the place of an older one. Absent: nothing ever does. */
  put(event: object, key?: string): void;
  /** The next one as bytes of the stream, which others may hold too; null when there is none. */
  take(): Uint8Array | null;
  sizeBytes(): number;
  clear(): void;
};

const encoder = new TextEncoder();
/** The same event is told to all who look, so its bytes are made once and held once. */
const bytesByEvent = new WeakMap<object, Uint8Array>();

function bytesOf(event: object): Uint8Array {
  const bytes = bytesByEvent.get(event) ?? encoder.encode(`data: ${JSON.stringify(event)}\n\n`);
  bytesByEvent.set(event, bytes);
  return bytes;
}

export function openEventMailbox(): EventMailbox {
  const waiting = new Map<string | symbol, Uint8Array>();
  let sizeBytes = 0;

  return {
    put(event, key) {
      const place = key ?? Symbol();
      const bytes = bytesOf(event);
      sizeBytes += bytes.byteLength - (waiting.get(place)?.byteLength ?? 0);
      waiting.set(place, bytes);
    },
    take() {
      const [first] = waiting;
      if (!first) return null;
      const [place, bytes] = first;
      waiting.delete(place);
      sizeBytes -= bytes.byteLength;
      return bytes;
    },
    sizeBytes: () => sizeBytes,
    clear() {
      waiting.clear();
      sizeBytes = 0;
    },
  };
}
