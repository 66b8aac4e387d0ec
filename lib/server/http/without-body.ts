import "server-only";

/** HEAD is answered by GET, whose body nobody would read: an open file, or a stream that never ends. */
export async function withoutBodyOnHead({ method }: Request, response: Response): Promise<Response> {
  if (method !== "HEAD") return response;
  await response.body?.cancel();
  return new Response(null, response);
}
