import "server-only";
import { v7 as uuidv7 } from "uuid";

/** The ids that the rows of an archive get in this studio, by the ids that they had. */
export type NewIds = {
  matrices: Map<string, string>;
  generations: Map<string, string>;
  images: Map<string, string>;
};

/**
 * Makes ids that carry the time a row was created and sort in the order in which they were asked
 * for: lists go by id, so that an imported session stands as it stood.
 */
export function idsInOrder(): (createdAt: string) => string {
  let msecs = 0;
  let seq = 0;
  return (createdAt) => {
    const time = Date.parse(createdAt);
    seq = time > msecs ? 0 : seq + 1;
    msecs = Math.max(msecs, time);
    return uuidv7({ msecs, seq });
  };
}
