import "server-only";

/** The name of the final, in the event's name or at the start of its data. */
const FINAL = /image_(generation|edit)\.completed/;
/** Events end with an empty line, in any of the three line ends. */
const EVENT_END = /\r\n\r\n|\n\n|\r\r/;
/** The name stands before a picture of megabytes. */
const HEAD_CHARS = 256;
const EVENT_END_CHARS_MAX = 4;

/**
 * Sees the final of a stream when it begins to come: the parser tells of an event only at its end, and a
 * picture can take seconds to arrive.
 */
export function watchForFinal(onFinal: () => void): { feed(text: string): void } {
  /** What came of the event that is not finished; only its end, once it is longer than its head. */
  let carried = "";
  let isPastHead = false;
  let isFound = false;
  return {
    feed(text) {
      if (isFound) return;
      const [current = "", ...later] = (carried + text).split(EVENT_END);
      const heads = isPastHead ? later : [current, ...later];
      isFound = heads.some((event) => FINAL.test(event.slice(0, HEAD_CHARS)));
      if (isFound) return onFinal();
      const last = later.at(-1) ?? current;
      isPastHead = (isPastHead && later.length === 0) || last.length > HEAD_CHARS;
      carried = isPastHead ? last.slice(1 - EVENT_END_CHARS_MAX) : last;
    },
  };
}
