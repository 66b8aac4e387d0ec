import type { FaultName } from "./faults";

/** One image request as it was received. */
export type RecordedCall = {
  /** ISO 8601. */
  time: string;
  path: string;
  /** Without the key: `authorization` only says that there was one. */
  headers: Record<string, string>;
  /** The JSON body; a form by field, its files as "file, <bytes> bytes"; or the text that was neither. */
  body: unknown;
  fault: FaultName | null;
  /** Null until the answer begins. */
  status: number | null;
  ended: "open" | "answered" | "faulted" | "client-left";
};

/** What the log says of a request before it is answered. */
export async function recordCall(request: Request, time: Date): Promise<RecordedCall> {
  const headers = Object.fromEntries(request.headers);
  if (headers.authorization !== undefined) headers.authorization = "[redacted]";
  return {
    time: time.toISOString(),
    path: new URL(request.url).pathname,
    headers,
    body: await readBody(request.clone()),
    fault: null,
    status: null,
    ended: "open",
  };
}

/** The prompt of a recorded call, or an empty text. */
export function promptOf({ body }: RecordedCall): string {
  const hasPrompt = typeof body === "object" && body !== null && "prompt" in body;
  return hasPrompt && typeof body.prompt === "string" ? body.prompt : "";
}

async function readBody(request: Request): Promise<unknown> {
  if (request.headers.get("content-type")?.startsWith("multipart/")) return readForm(request);
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function readForm(request: Request): Promise<unknown> {
  try {
    const fields = [...(await request.formData())];
    return Object.fromEntries(
      fields.map(([name, value]) => [name, typeof value === "string" ? value : `file, ${value.size} bytes`]),
    );
  } catch {
    return "a form that cannot be read";
  }
}
