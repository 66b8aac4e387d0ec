import "server-only";
import { listBilledCalls } from "@/lib/server/db/queries/money/billed-calls";
import type { Db } from "@/lib/server/ports/database";
import type { Viewer } from "@/lib/server/viewer";

const CALLS_A_READ = 500;
const HEAD = [
  "time",
  "outcome",
  "session",
  "model",
  "images",
  "text_tokens_in",
  "image_tokens_in",
  "tokens_out",
  "usd",
  "generation_id",
  "basis",
  "provider",
];

/**
 * Every call that was, or may have been, billed, newest first, as CSV (RFC 4180), read while it is sent. `usd` is what
 * it counts in sums and limits; `basis` says whether that is its cost ("final") or its estimate ("estimated").
 */
export function spendingCsv(db: Db, viewer: Viewer): ReadableStream<Uint8Array> {
  const lines = readLines(db, viewer);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

async function* readLines(db: Db, viewer: Viewer): AsyncGenerator<string> {
  yield `${HEAD.join(",")}\r\n`;
  let before: string | null = null;
  for (;;) {
    const calls: Awaited<ReturnType<typeof listBilledCalls>> = await listBilledCalls(db, {
      viewerId: viewer.id,
      before,
      limit: CALLS_A_READ,
    });
    for (const { entry, call, sessionTitle } of calls) {
      const { usage } = call ?? {};
      yield line([
        call?.endedAt?.toISOString() ?? entry.day,
        call?.state,
        sessionTitle,
        entry.modelId,
        call?.imageCount ?? entry.pictures,
        usage?.textInputTokens,
        usage?.imageInputTokens,
        usage?.outputTokens,
        entry.costMicroUsd === null ? null : entry.costMicroUsd / 1e6,
        call?.generationId,
        entry.basis,
        entry.provider,
      ]);
    }
    const last = calls.at(-1);
    if (!last || calls.length < CALLS_A_READ) return;
    before = last.entry.callId;
  }
}

function line(cells: (string | number | null | undefined)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

/** Quoted where needed; a leading = + - @ would run as a formula in a spreadsheet, so it gets an apostrophe. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
