import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@/lib/domain/errors/app-error";
import { errorBodyOf } from "@/lib/domain/errors/error-body";

/** Tries again by itself, without a script. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>Back in a moment</title><p>Back in a moment. This page tries again by itself.</p></html>
`;

/** Answers 503 on a connection that ends with it, so that the next try reaches who is there then. */
export function refuseWhileStopping(
  { headers }: Pick<IncomingMessage, "headers">,
  response: ServerResponse,
  backAfterMs: number,
): void {
  const isPage = headers.accept?.includes("text/html") ?? false;
  const body = isPage ? PAGE : JSON.stringify(errorBodyOf(new AppError("studio_stopping")));
  response.writeHead(503, {
    "content-type": isPage ? "text/html; charset=utf-8" : "application/json",
    "content-length": Buffer.byteLength(body),
    "content-security-policy": "default-src 'none'",
    "cache-control": "no-store",
    "retry-after": String(Math.ceil(backAfterMs / 1000)),
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(body);
}
