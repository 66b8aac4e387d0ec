import * as z from "zod";
import { isEventStream, withBody } from "./answer-body";

/** Calls whose prompt has `match` in it, those under way and those to come. */
export const heldCallsSchema = z.strictObject({ match: z.string().min(1) });
/** How much more each of them may send; an answer in one piece counts as one event. */
export const nextEventsSchema = heldCallsSchema.extend({ events: z.int().positive().default(1) });

export type Holds = {
  /** From here on such calls send nothing until they are told to. */
  hold(match: string): void;
  /** Lets each such call send so many events more, whenever it comes. False: nothing is held by that name. */
  next(match: string, events: number): boolean;
  /** Lets such calls send what is left, and holds no others. False: as above. */
  release(match: string): boolean;
  /** Sends an answer as a hold allows: its headers at once, then event by event. Rejects when the client leaves. */
  obey(prompt: string, response: Response, signal: AbortSignal): Promise<Response>;
};

type Hold = { match: string; allowedEvents: number; waiting: Set<() => void> };

/** The holds of a server: what makes a test the one who decides when an event comes. */
export function createHolds(): Holds {
  const holds = new Map<string, Hold>();

  function allow(match: string, events: number): boolean {
    const hold = holds.get(match);
    if (!hold) return false;
    hold.allowedEvents += events;
    for (const look of hold.waiting) look();
    return true;
  }

  return {
    hold: (match) => void holds.set(match, { match, allowedEvents: 0, waiting: new Set() }),
    next: allow,
    release(match) {
      const wasHeld = allow(match, Number.POSITIVE_INFINITY);
      holds.delete(match);
      return wasHeld;
    },
    async obey(prompt, response, signal) {
      const hold = [...holds.values()].find(({ match }) => prompt.includes(match));
      if (!hold) return response;
      if (isEventStream(response)) return withBody(response, paced(response, hold, signal));
      await turn(hold, 0, signal);
      return response;
    },
  };
}

/** The API writes one event a chunk. */
async function* paced(response: Response, hold: Hold, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let sent = 0;
  for await (const chunk of response.body ?? []) {
    await turn(hold, sent, signal);
    yield chunk;
    sent += 1;
  }
}

/** Resolves once the hold allows the event of that number, 0-based. */
function turn(hold: Hold, event: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const leave = () => reject(signal.reason);
  const look = () => hold.allowedEvents > event && resolve();
  hold.waiting.add(look);
  signal.addEventListener("abort", leave, { once: true });
  look();
  return promise.finally(() => {
    hold.waiting.delete(look);
    signal.removeEventListener("abort", leave);
  });
}
