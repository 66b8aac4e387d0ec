/** A refusal on the visitor's side, in words fit to be shown. */
export class SharedRequestError extends Error {
  override readonly name = "SharedRequestError";
  /** What was asked for is not there: this thing, or the whole gallery. */
  readonly isMissing: boolean;

  constructor(message: string, isMissing = false, cause?: unknown) {
    super(message, { cause });
    this.isMissing = isMissing;
  }
}

const NO_CONNECTION = "There is no connection. Try again in a moment.";
const NOT_NOW = "That did not work. Try again in a moment.";

type SendOptions = { method?: "GET" | "POST" | "DELETE"; body?: unknown };

/**
 * One request of a visitor's page; the answer is what the route of the same build gives.
 * @throws SharedRequestError with what happened and what to do
 */
export async function send<T>(path: string, { method = "GET", body }: SendOptions = {}): Promise<T> {
  const response = await fetch(path, {
    method,
    cache: "no-store",
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
  }).catch((cause: unknown) => {
    throw new SharedRequestError(NO_CONNECTION, false, cause);
  });
  const answer = await response.json().catch(() => null);
  if (response.ok && answer !== null) return answer;
  throw new SharedRequestError(wordsOf(response, answer), response.status === 404);
}

/** The words of any error, for a line on the page. */
export function refusalOf(thrown: unknown): string {
  return thrown instanceof SharedRequestError ? thrown.message : NOT_NOW;
}

function wordsOf({ status, headers }: Response, answer: unknown): string {
  switch (status) {
    case 400:
      return messageOf(answer) ?? NOT_NOW;
    case 404:
      return "This is no longer in the gallery.";
    case 429:
      return `That was a lot at once. Try again ${waitWords(Number(headers.get("retry-after")))}.`;
    default:
      return NOT_NOW;
  }
}

/** Only refusals of one's own words come with a message for the person who wrote them. */
function messageOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return null;
  const { error } = answer;
  if (typeof error !== "object" || error === null) return null;
  const field = "fields" in error && Array.isArray(error.fields) ? error.fields[0] : null;
  if (typeof field?.message === "string") return field.message;
  return "message" in error && typeof error.message === "string" ? error.message : null;
}

function waitWords(seconds: number): string {
  if (!(seconds > 0)) return "in a minute";
  if (seconds < 60) return `in ${Math.ceil(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
