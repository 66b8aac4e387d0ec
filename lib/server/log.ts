import "server-only";
import { AppError } from "@/lib/domain/errors/app-error";

/** What the studio writes to its log. Types derive from this list, so a message is never made up in passing. */
export type LogEvent =
  | "studio-open"
  | "studio-stopping"
  | "studio-stopped"
  | "queue-error"
  | "worker-error"
  | "call-failed"
  | "call-overdue"
  | "partial-skipped"
  | "partials-left"
  | "request-failed"
  | "bytes-not-removed"
  | "orphans-found"
  | "picture-found"
  | "answer-waits"
  | "answers-resumed"
  | "spool-failed"
  | "spool-unreadable"
  | "storage-away"
  | "storage-back"
  | "totals-mended"
  | "models-not-listed";

type Fields = Record<string, unknown>;
export type Log = {
  info(event: LogEvent, fields?: Fields): void;
  warn(event: LogEvent, fields?: Fields): void;
};

/** One JSON object a line. Errors are reduced to names, codes and our own words: causes can quote a key. */
export function createLog(write: (line: string) => void): Log {
  const line =
    (level: string) =>
    (event: LogEvent, fields: Fields = {}) => {
      const plain = Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [key, plainValue(value)]),
      );
      write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...plain })}\n`);
    };
  return { info: line("info"), warn: line("warn") };
}

function plainValue(value: unknown): unknown {
  if (value instanceof AppError) return `${value.code}: ${value.message}${causeName(value.cause)}`;
  if (value instanceof Error) return `${value.name}${causeName(value.cause)}: ${firstFrames(value)}`;
  return value;
}

function causeName(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  // Node's own codes are capitals; anything else is a provider's text.
  const isOurs =
    "code" in cause && typeof cause.code === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(cause.code);
  const code = isOurs ? ` ${cause.code}` : "";
  return ` (${cause.name}${code}${causeName(cause.cause)})`;
}

function firstFrames(error: Error): string {
  return (error.stack ?? "").split("\n    at ").slice(1, 4).join(" < ");
}
