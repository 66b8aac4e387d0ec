import "server-only";
import { crc32 } from "node:zlib";
import { centralEnd, centralHeader, dataDescriptor, localHeader, type ZipRecord } from "./zip-records";

/** A file to put into a zip. Its name is a path with slashes; `bytes` is read when its turn comes. */
export type ZipSource = { name: string; modifiedAt: Date; bytes: AsyncIterable<Uint8Array> };

/**
 * A zip as it is read: files are stored and not compressed, since pictures are already. Nothing is
 * read before someone asks for it and no file is ever held, so a client that reads slowly holds the
 * reading back, and leaving early ends it, down to the file that was open. Past 4 GiB or 65,535
 * files it goes on as Zip64.
 */
export async function* writeZip(sources: AsyncIterable<ZipSource>): AsyncGenerator<Uint8Array> {
  const records: ZipRecord[] = [];
  let at = 0;
  for await (const { name, modifiedAt, bytes } of sources) {
    const record: ZipRecord = { name: Buffer.from(name), modifiedAt, at, sizeBytes: 0, crc: 0 };
    const local = localHeader(record);
    yield local;
    for await (const chunk of bytes) {
      record.crc = crc32(chunk, record.crc);
      record.sizeBytes += chunk.byteLength;
      yield chunk;
    }
    const descriptor = dataDescriptor(record);
    yield descriptor;
    at += local.length + record.sizeBytes + descriptor.length;
    records.push(record);
  }
  let directoryBytes = 0;
  for (const record of records) {
    const header = centralHeader(record);
    directoryBytes += header.length;
    yield header;
  }
  yield centralEnd({ entries: records.length, at, sizeBytes: directoryBytes });
}

/** A stream that asks the iterable for the next piece when its reader does, and ends it when the reader leaves. */
export function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
