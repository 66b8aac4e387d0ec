import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import type { Log } from "@/lib/server/log";
import type { Storage } from "@/lib/server/ports/storage";
import type { StorageState, StorageWatch } from "@/lib/server/ports/storage-watch";
import { storageFaultWords } from "./storage-fault";
import { within } from "./within";

export type StorageWatchOptions = {
  storage: Storage;
  log: Log;
  /** Asked before each probe: throws where there is too little room for what is under way, or it is another storage. */
  checkSpace?: () => Promise<void>;
  /** The whole probe. A storage that is slower than that cannot take pictures either. */
  probeMs?: number;
  /** After each probe that fails; the last one goes on for ever. */
  pausesMs?: readonly number[];
};

const PROBE_BYTES = 1024;
const PROBE_MS = 5_000;
const PAUSES_MS = [1_000, 1_000, 2_000, 2_000, 5_000];

export function openStorageWatch({
  storage,
  log,
  checkSpace = async () => {},
  probeMs = PROBE_MS,
  pausesMs = PAUSES_MS,
}: StorageWatchOptions): StorageWatch {
  let state: StorageState = { type: "writable" };
  let underWay: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let isClosed = false;
  const listeners = new Set<() => void>();
  /** Of this process alone: instances share the storage. */
  const prefix = `probe/${randomUUID()}/`;

  async function writeReadRemove(): Promise<void> {
    const key = `${prefix}${randomUUID()}`;
    const bytes = randomBytes(PROBE_BYTES);
    await storage.put(key, bytes, { durable: false });
    const found = await storage.get(key);
    if (!found || !bytes.equals(found)) throw new Error("The storage does not give back what it was given.");
    await storage.remove(prefix);
  }

  async function probe(): Promise<boolean> {
    clearTimeout(timer);
    try {
      await within(probeMs, async () => {
        await checkSpace();
        await writeReadRemove();
      });
      settle(null);
    } catch (error) {
      settle(error);
    }
    return state.type === "writable";
  }

  function settle(error: unknown): void {
    if (isClosed) return;
    if (error === null) {
      failures = 0;
      if (state.type === "writable") return;
      log.info("storage-back", { awayMs: Date.now() - state.since.getTime() });
      state = { type: "writable" };
      for (const listener of listeners) listener();
      return;
    }
    const reason = storageFaultWords(error);
    if (state.type === "writable") log.warn("storage-away", { reason, error });
    state = { type: "away", since: state.type === "away" ? state.since : new Date(), reason };
    timer = setTimeout(() => void probeAfterNow(), pausesMs[Math.min(failures, pausesMs.length - 1)]).unref();
    failures += 1;
  }

  /** A probe that began after this call: one that is under way may have seen the storage before it went. */
  function probeAfterNow(): Promise<boolean> {
    if (next) return next;
    const begin = () => {
      next = null;
      underWay = probe().finally(() => {
        underWay = null;
      });
      return underWay;
    };
    if (!underWay) return begin();
    next = underWay.then(begin);
    return next;
  }

  return {
    state: () => state,
    async isWritable() {
      return state.type === "writable" && (await probeAfterNow());
    },
    suspect() {
      if (state.type === "writable") void probeAfterNow();
    },
    onBack(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
