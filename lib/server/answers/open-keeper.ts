import "server-only";
import { atMost } from "@/lib/server/at-most";
import { developImage } from "@/lib/server/db/queries/images";
import { takeOverAnswers } from "@/lib/server/db/queries/journal/answers";
import type { AnswerToKeep, Keeper } from "@/lib/server/ports/keeper";
import type { Services } from "@/lib/server/services";
import { advanceAnswer } from "./advance-answer";
import type { AnswerSpool } from "./answer-spool";
import { bytesInMemory, type HeldAnswer, holdAnswer, isSafe, isSettled } from "./held-answer";
import { spoolAnswer } from "./spool-answer";

export type KeeperOptions = Pick<
  Services,
  "database" | "storage" | "storageWatch" | "providers" | "log" | "workerId"
> & {
  /** Null: there is no local disk to wait on, and what waits is in memory alone. */
  spool: AnswerSpool | null;
  /** Storage is not on this machine: what is finished is written down here before it travels. */
  isSpooledFirst?: boolean;
  /** After each try that fails; the last one goes on for ever. Storage that is back ends any of them. */
  pausesMs?: readonly number[];
  /** A picture that is not stored by then waits, and its tile says so. */
  slowMs?: number;
  /** Above it, what is on the local disk is not in memory too; and nothing is sent while so much is in memory alone. */
  memoryBytesMax?: number;
};

const PAUSES_MS = [200, 1_000, 2_000, 5_000, 10_000, 15_000];
const SLOW_MS = 2_000;
const MEMORY_BYTES_MAX = 256 * 1024 * 1024;
/** So many that have waited are tried at once, when storage is back: it has just been away. */
const TRIED_AT_ONCE = 4;
/** A picture that alone is refused for longer than that keeps no others from being sent. */
const REFUSED_COUNTS_MS = 10 * 60_000;
const CLOSE_WITHIN_MS = 5_000;

/** @returns the keeper, and how it takes up what an earlier process left on the local disk */
export function openKeeper(options: KeeperOptions): Keeper & { resume(): Promise<void> } {
  const { database, storageWatch, log, workerId, spool, isSpooledFirst = false } = options;
  const { pausesMs = PAUSES_MS, slowMs = SLOW_MS, memoryBytesMax = MEMORY_BYTES_MAX } = options;
  const held = new Map<string, HeldAnswer>();
  const underWay = new Set<Promise<void>>();
  const inTurn = atMost(TRIED_AT_ONCE);
  let isClosed = false;
  let kicked = Promise.withResolvers<void>();

  /** Ends every pause. */
  function kick(): void {
    kicked.resolve();
    kicked = Promise.withResolvers();
  }
  const stopHearing = storageWatch.onBack(kick);

  /** Until it is settled, or the studio closes. `onSafe` is told once the end of this process can do it no harm. */
  async function lookAfter(one: HeldAnswer, onSafe: () => void): Promise<void> {
    for (let failures = 0; !isClosed && !isSettled(one); failures += 1) {
      try {
        const advance = () => advanceAnswer(options, one);
        await (failures === 0 ? advance() : inTurn(advance));
      } catch (error) {
        if (failures === 0) log.warn("answer-waits", { callId: one.callId, error });
        await writeDown(one);
        await sayItWaits(one);
        if (isSafe(one)) onSafe();
        await pause(pausesMs[Math.min(failures, pausesMs.length - 1)] ?? 0);
      }
    }
    if (isSettled(one)) held.delete(one.callId);
  }

  async function pause(ms: number): Promise<void> {
    if (isClosed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    await Promise.race([promise, kicked.promise]);
    clearTimeout(timer);
  }

  /** Puts what is in memory alone on the local disk. */
  async function writeDown(one: HeldAnswer): Promise<void> {
    if (!spool || isSettled(one)) return;
    try {
      if (!one.isSpooled) await spoolAnswer(spool, one);
      if (sizeInMemory([...held.values()]) <= memoryBytesMax) return;
      for (const picture of one.pictures) picture.bytes = null;
    } catch (error) {
      log.warn("spool-failed", { callId: one.callId, error });
    }
  }

  /** Whatever it waits for, its tiles say so. */
  async function sayItWaits(one: HeldAnswer): Promise<void> {
    for (const { state, waitsFor, answered } of one.pictures) {
      if (state === "settled" || waitsFor === null) continue;
      await developImage(database.drizzle, { id: answered.imageId, changes: { waitsFor } }).catch(() => {});
    }
  }

  /** Storage or an address has not answered yet: that may take minutes, or for ever. */
  async function mind(one: HeldAnswer, onSafe: () => void): Promise<void> {
    await writeDown(one);
    if (isSafe(one)) onSafe();
    await sayItWaits(one);
    // Others need not find out by a picture of theirs.
    storageWatch.suspect(null);
  }

  async function take(one: HeldAnswer): Promise<void> {
    if (held.has(one.callId)) return;
    held.set(one.callId, one);
    const { promise: safe, resolve } = Promise.withResolvers<void>();
    const slow = setTimeout(() => void mind(one, resolve), slowMs);
    const work = lookAfter(one, resolve).finally(() => {
      clearTimeout(slow);
      underWay.delete(work);
      resolve();
    });
    underWay.add(work);
    await safe;
  }

  return {
    async keep(answer) {
      const one = holdAnswer(answer);
      if (isSpooledFirst) await writeDown(one);
      await take(one);
    },
    takeUp: (answer) => take({ ...resumed(answer), isJournalled: true }),
    async resume() {
      const isUnreadable = (key: string, error: unknown) => log.warn("spool-unreadable", { key, error });
      const reading = spool?.readAnswers(isUnreadable) ?? Promise.resolve([]);
      const found = await reading.catch((error: unknown) => {
        isUnreadable("", error);
        return [];
      });
      if (found.length === 0) return;
      const ids = found.map(({ callId }) => callId);
      // Before anyone takes them for abandoned.
      await takeOverAnswers(database.drizzle, { ids, workerId });
      for (const answer of found) void take({ ...resumed(answer), isSpooled: true });
      log.info("answers-resumed", { count: found.length });
    },
    callIds: () => [...held.keys()],
    hasRoom() {
      const all = [...held.values()];
      const longAgo = Date.now() - REFUSED_COUNTS_MS;
      if (all.some(({ refusedSince }) => refusedSince !== null && refusedSince > longAgo)) return false;
      return sizeInMemory(all.filter(({ isSpooled }) => !isSpooled)) < memoryBytesMax;
    },
    async close() {
      isClosed = true;
      stopHearing();
      kick();
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, CLOSE_WITHIN_MS);
      await Promise.race([Promise.all(underWay), late]);
      clearTimeout(timer);
      await Promise.all([...held.values()].map(writeDown));
    },
  };
}

function resumed(answer: Omit<AnswerToKeep, "bytes">): HeldAnswer {
  return { ...holdAnswer({ ...answer, bytes: new Map() }), isResumed: true };
}

function sizeInMemory(held: readonly HeldAnswer[]): number {
  return held.reduce((sum, one) => sum + bytesInMemory(one), 0);
}
