import { once } from "node:events";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { z } from "zod";

const finalSchema = z.looseObject({ b64_json: z.string() });

export type RecordingProxy = {
  /** What a studio is given as its provider. */
  baseUrl: string;
  /** The pictures of all `completed` events that went through, as bytes. */
  finals(): Buffer[];
  /** Bytes of all answers that went through. */
  sizeBytes(): number;
  end(): Promise<void>;
};

/** Stands before an Images API, passes everything on and keeps what the API answers. */
export async function startRecordingProxy(baseUrl: string): Promise<RecordingProxy> {
  const answers: Buffer[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { authorization = "", "content-type": contentType = "application/json" } = incoming.headers;
    const hasBody = incoming.method === "POST";
    const response = await fetch(new URL(incoming.url ?? "/", baseUrl), {
      method: incoming.method ?? "GET",
      headers: { authorization, "content-type": contentType },
      body: hasBody ? Buffer.concat(await Array.fromAsync(incoming)) : null,
    });
    outgoing.writeHead(response.status, {
      "content-type": response.headers.get("content-type") ?? "application/json",
    });
    const body = response.body ? Readable.from(response.body) : Readable.from([]);
    for await (const chunk of body) {
      answers.push(Buffer.from(chunk));
      outgoing.write(chunk);
    }
    outgoing.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    finals: () => finalsIn(Buffer.concat(answers).toString()),
    sizeBytes: () => answers.reduce((sum, { length }) => sum + length, 0),
    async end() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function finalsIn(text: string): Buffer[] {
  return text.split("\n").flatMap((line) => {
    if (!line.startsWith("data: ") || !line.includes(".completed")) return [];
    return [Buffer.from(finalSchema.parse(JSON.parse(line.slice(6))).b64_json, "base64")];
  });
}
