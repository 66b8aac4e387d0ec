/** Whether the provider charges for it: known from the API's table of errors, or not known. */
export type Billed = "yes" | "no" | "maybe";

type ErrorKind = { status: number; billed: Billed; what: string; todo: string };

/**
 * Every error a person can meet: what happened, was it billed, what to do.
 * docs/errors.md is made from this table. The provider's part follows the Images API's table of
 * errors; `status` is what our own routes answer with.
 */
export const APP_ERRORS = {
  invalid_input: {
    status: 400,
    billed: "no",
    what: "The request is not valid.",
    todo: "Correct the field that is named and try again.",
  },
  unknown_model: {
    status: 400,
    billed: "no",
    what: "The studio does not know this model.",
    todo: "Choose a model from the list.",
  },
  forbidden: {
    status: 403,
    billed: "no",
    what: "The studio answers only to its own address.",
    todo: "Open the studio at the address it printed when it started.",
  },
  not_found: { status: 404, billed: "no", what: "There is nothing here.", todo: "Check the address." },
  payload_too_large: {
    status: 413,
    billed: "no",
    what: "The request is too large.",
    todo: "Send less at once.",
  },
  unsupported_media_type: {
    status: 415,
    billed: "no",
    what: "The request is not JSON.",
    todo: "Send it as application/json.",
  },
  too_many_tries: {
    status: 429,
    billed: "no",
    what: "Too many tries in a short time.",
    todo: "Wait a while, then try again.",
  },
  archive_invalid: {
    status: 400,
    billed: "no",
    what: "This is not a session that can be imported.",
    todo: "Export the session again and import the new file. Nothing was changed.",
  },
  database_away: {
    status: 503,
    billed: "no",
    what: "The studio's database does not answer.",
    todo: "Wait a moment and try again. What was sent to the provider is kept and written down later.",
  },
  studio_stopping: {
    status: 503,
    billed: "no",
    what: "The studio is stopping.",
    todo: "It answers again as soon as it is back: try again in a moment.",
  },
  internal: {
    status: 500,
    billed: "no",
    what: "The studio failed.",
    todo: "Try again. If it stays, look at the studio's log.",
  },

  request_rejected: {
    status: 400,
    billed: "no",
    what: "The provider refused the request.",
    todo: "Change the setting it names and generate again.",
  },
  moderation_blocked: {
    status: 400,
    billed: "no",
    what: "The provider's safety system refused the prompt or the picture.",
    todo: "Reword the prompt and generate again.",
  },
  key_rejected: {
    status: 401,
    billed: "no",
    what: "The provider refused the studio's key or account.",
    todo: "The owner of the studio must check the key, and that the organisation is verified.",
  },
  model_not_found: {
    status: 404,
    billed: "no",
    what: "The provider does not serve this model.",
    todo: "Choose another model.",
  },
  rate_limited: {
    status: 429,
    billed: "no",
    what: "The provider asked for a pause.",
    todo: "Generate again in a while.",
  },
  quota_exhausted: {
    status: 429,
    billed: "no",
    what: "The provider account is out of money or over its limit.",
    todo: "The owner of the studio must add credit or raise the limit.",
  },
  unreachable: {
    status: 502,
    billed: "no",
    what: "The provider could not be reached.",
    todo: "Check the connection and the base URL, then generate again.",
  },

  provider_failed: {
    status: 502,
    billed: "maybe",
    what: "The provider failed while working on it.",
    todo: "Check the provider's usage page before you generate again.",
  },
  connection_lost: {
    status: 502,
    billed: "maybe",
    what: "The connection to the provider was lost after the request was sent.",
    todo: "Check the provider's usage page before you generate again.",
  },
  timed_out: {
    status: 504,
    billed: "maybe",
    what: "The provider did not answer in time.",
    todo: "Check the provider's usage page before you generate again.",
  },
  ended_early: {
    status: 502,
    billed: "maybe",
    what: "The answer ended before the picture was finished.",
    todo: "The last preview is kept. Check the provider's usage page before you generate again.",
  },
  interrupted: {
    status: 500,
    billed: "maybe",
    what: "The studio stopped while the provider was working.",
    todo: "Check the provider's usage page before you generate again.",
  },
  studio_failed: {
    status: 500,
    billed: "maybe",
    what: "The studio failed while the provider was working.",
    todo: "The log says why. Check the provider's usage page before you generate again.",
  },
  cancelled: {
    status: 409,
    billed: "maybe",
    what: "Cancelled while the provider was working.",
    todo: "It may be billed all the same. Generate again when you like.",
  },
  stopped: {
    status: 409,
    billed: "no",
    what: "Stopped before it was sent.",
    todo: "Generate it again when you like.",
  },
  limit_reached: {
    status: 402,
    billed: "no",
    what: "The monthly limit is reached.",
    todo: "Choose something cheaper, raise the limit in Spending, or wait for next month.",
  },
  cap_reached: {
    status: 402,
    billed: "no",
    what: "The matrix reached its cap.",
    todo: "Try cells again one by one, or plan the rest anew with a higher cap.",
  },

  answered_in_words: {
    status: 502,
    billed: "yes",
    what: "The model answered in words and drew nothing.",
    todo: "Reword the prompt, say that a picture is wanted, and generate again.",
  },
  picture_unreadable: {
    status: 502,
    billed: "yes",
    what: "The provider's answer is not a picture the studio can read.",
    todo: "What was received is kept and can be downloaded.",
  },
  picture_lost: {
    status: 502,
    billed: "yes",
    what: "The picture could not be fetched from the address the provider gave.",
    todo: "The studio tried for as long as the address lived. The provider may still have the picture: ask it before you pay again.",
  },
  storage_failed: {
    status: 500,
    billed: "yes",
    what: "The finished picture could not be stored.",
    todo: "Make room on the disk or check the storage. Where its bytes are kept it is finished by itself then: there is no need to pay again.",
  },
} as const satisfies Record<string, ErrorKind>;

export type AppErrorCode = keyof typeof APP_ERRORS;

/** One wrong field of a request, by its path ("options.size"). */
export type FieldProblem = { field: string; message: string };

type Details = {
  /** Replaces the table's sentence where more is known; never holds a secret. */
  message?: string;
  billed?: Billed;
  fields?: FieldProblem[];
  /** How long the provider asked to wait, where it did. */
  retryAfterMs?: number;
  cause?: unknown;
};

/** An error with a code of the table. Its message is fit to be shown to a person. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  readonly billed: Billed;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterMs: number | null;

  constructor(code: AppErrorCode, details: Details = {}) {
    super(details.message ?? APP_ERRORS[code].what, { cause: details.cause });
    this.code = code;
    this.billed = details.billed ?? APP_ERRORS[code].billed;
    this.fields = details.fields ?? [];
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}

/** The error for one wrong field of a request, by its path ("options.size"). */
export function invalidField(field: string, message: string, cause?: unknown): AppError {
  return new AppError("invalid_input", { message, fields: [{ field, message }], cause });
}

/** Any thrown value as an AppError; what is not one keeps its place as the cause. */
export function toAppError(thrown: unknown, code: AppErrorCode = "internal"): AppError {
  return thrown instanceof AppError ? thrown : new AppError(code, { cause: thrown });
}
