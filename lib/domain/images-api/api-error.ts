type Refusal = {
  status: number;
  type: string;
  param: string | null;
  code: string | null;
  message: string;
  headers?: Record<string, string>;
};

/** A refusal in the Images API's own form. Its message is what the caller reads. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The request is wrong: 400 with the parameter's wire name and a code such as `invalid_value`. */
export function invalidRequest(code: string | null, param: string | null, message: string): ApiError {
  return new ApiError({ status: 400, type: "invalid_request_error", param, code, message });
}

/** 404 in the API's form, for an address or a thing that is not there. */
export function notFound(code: string | null, param: string | null, message: string): ApiError {
  return new ApiError({ status: 404, type: "invalid_request_error", param, code, message });
}

/** 405, with the methods that the address takes. */
export function wrongMethod(method: string, path: string, allowed: string): ApiError {
  return new ApiError({
    status: 405,
    type: "invalid_request_error",
    param: null,
    code: "method_not_supported",
    message: `Not allowed to ${method} on ${path}. It takes ${allowed}.`,
    headers: { allow: allowed },
  });
}

/** 401: no key, or not the one that this server wants. The key itself is never repeated. */
export function wrongKey(): ApiError {
  return new ApiError({
    status: 401,
    type: "invalid_request_error",
    param: null,
    code: "invalid_api_key",
    message: "Incorrect API key provided.",
  });
}

/** The body of an error, as JSON answers and `error` events carry it. */
export function errorBody({ type, param, code, message }: Omit<Refusal, "status" | "headers">) {
  return { error: { message, type, param, code } };
}

/** Any thrown value as what the caller is told; what is not a refusal is the server's own fault. */
export function toApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown;
  return new ApiError({
    status: 500,
    type: "server_error",
    param: null,
    code: "server_error",
    message: `The server had an error while processing your request: ${String(thrown)}`,
  });
}
