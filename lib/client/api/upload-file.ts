import { isErrorBody } from "@/lib/domain/errors/error-body";
import { RequestError, UNREACHABLE } from "./request-json";

type UploadOptions = { signal: AbortSignal; onProgress(share: number): void };

/**
 * Sends a file as the body of a request, as JSON comes back. XMLHttpRequest, since fetch
 * does not tell how much of a body has left.
 * @param onProgress gets the share that was sent, 0 to 1
 * @throws RequestError with what happened and what to do; AbortError when `signal` ends it
 */
export function uploadFile<T>(path: string, file: File, { signal, onProgress }: UploadOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status < 300 && answer !== null) resolve(answer);
      else reject(refusalOf(answer, request.status));
    };
    request.onerror = () => reject(new RequestError(UNREACHABLE));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** What the studio answered; the caller knows what it is, as with every answer of the studio. */
function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusalOf(answer: unknown, status: number): RequestError {
  if (isErrorBody(answer)) return new RequestError(answer.error, answer.error.fields);
  return new RequestError({ ...UNREACHABLE, message: `The studio answered ${status}.` });
}
