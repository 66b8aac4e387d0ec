import { RequestError } from "./request-json";

/** Why the studio did not do it, and what to do, in one line. */
export function refusalWords(thrown: unknown): string {
  return thrown instanceof RequestError
    ? `${thrown.message} ${thrown.failure.todo}`
    : "That did not work. Try again.";
}
