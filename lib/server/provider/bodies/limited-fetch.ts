import "server-only";

/** An error in words; a page of a proxy is cut off. */
const ERROR_BYTES_MAX = 256 * 1024;
/** The longest lists of models have a few hundred kilobytes. */
const LIST_BYTES_MAX = 8 * 1024 * 1024;

type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What the SDK reads by itself, whole: errors and lists. Pictures are read here, and bounded elsewhere. */
export function limitedFetch(fetch: Fetch): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!response.ok) return cutOff(response, ERROR_BYTES_MAX);
    return init?.method?.toUpperCase() === "POST" ? response : cutOff(response, LIST_BYTES_MAX);
  };
}

/** The same answer, whose body ends after so many bytes. */
function cutOff(response: Response, bytesMax: number): Response {
  if (!response.body) return response;
  let leftBytes = bytesMax;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, leftBytes));
      leftBytes -= chunk.byteLength;
      if (leftBytes <= 0) controller.terminate();
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(cut), { status, statusText, headers });
}
