import "server-only";
import { attachment } from "@/lib/server/recipes/attachment";
import { streamOf, writeZip, type ZipSource } from "./zip-writer";

/** A zip as a download that is made while it is read; how long it will be is not known before. */
export function zipResponse(name: string, sources: AsyncIterable<ZipSource>): Response {
  return new Response(streamOf(writeZip(sources)), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": attachment(name),
      // no-transform: pictures do not get smaller, and compressing them would hold the stream back.
      "cache-control": "private, no-store, no-transform",
      "x-content-type-options": "nosniff",
    },
  });
}
