import "server-only";
import { databaseFaultOf } from "@/lib/server/db/database-fault";

/**
 * Reads, and once more where the connection had died without a word: the next one is fresh. For what changes
 * nothing, or nothing that matters twice.
 */
export async function askAgain<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (databaseFaultOf(error) !== "lost") throw error;
    return read();
  }
}

/** The same for what a request asks, if it only asks. */
export function askedBy<T>({ method }: Request, answer: () => Promise<T>): Promise<T> {
  return method === "GET" || method === "HEAD" ? askAgain(answer) : answer();
}
