import "server-only";
import type { z } from "zod";
import { archiveError } from "./archive-error";

/** Rows as a JSON array with one row a line, so that it can be written and read a row at a time. */
export async function* writeRows(rows: AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  let separator = "[\n";
  for await (const row of rows) {
    yield Buffer.from(`${separator}${JSON.stringify(row)}`);
    separator = ",\n";
  }
  yield Buffer.from(separator === "[\n" ? "[\n]\n" : "\n]\n");
}

/**
 * The rows of such a file, each checked.
 * @throws AppError archive_invalid with the line that is wrong
 */
export async function* readRows<T>(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  schema: z.ZodType<T>,
  rowBytesMax: number,
): AsyncGenerator<T> {
  let number = 0;
  let isClosed = false;
  for await (const line of linesOf(path, bytes, rowBytesMax)) {
    number += 1;
    const isBracket = line === (number === 1 ? "[" : "]");
    if (isClosed || (number === 1 && !isBracket))
      throw archiveError(path, "is not a list with one row a line");
    isClosed = number > 1 && isBracket;
    if (!isBracket) yield parseRow(`${path}`, number, line.replace(/,$/, ""), schema);
  }
  if (!isClosed) throw archiveError(path, "is cut off");
}

/** One value that fills a file. */
export function parseWhole<T>(path: string, json: string, schema: z.ZodType<T>): T {
  return parseRow(path, null, json, schema);
}

function parseRow<T>(path: string, line: number | null, json: string, schema: z.ZodType<T>): T {
  const place = line === null ? "" : `line ${line} `;
  const parsed = schema.safeParse(parseJson(path, place, json));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  throw archiveError(path, `${place}${field ? `has a wrong ${field}: ` : ""}${issue?.message ?? "is wrong"}`);
}

function parseJson(path: string, place: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw archiveError(path, `${place}is not JSON`, cause);
  }
}

async function* linesOf(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  lineBytesMax: number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  const take = (piece: Uint8Array) => {
    sizeBytes += piece.byteLength;
    if (sizeBytes > lineBytesMax) throw archiveError(path, "has a row that is too long");
    pieces.push(piece);
  };
  const line = () => {
    const whole = Buffer.concat(pieces);
    pieces = [];
    sizeBytes = 0;
    try {
      return decoder.decode(whole);
    } catch (cause) {
      throw archiveError(path, "is not UTF-8", cause);
    }
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, end));
      yield line();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (sizeBytes > 0) yield line();
}
