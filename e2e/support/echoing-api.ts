import { once } from "node:events";
import { createServer } from "node:http";
import sharp from "sharp";

/**
 * A provider that repeats the key it was sent, where a prompt asks for it: in the message of a status
 * ("echo 400"), in an error event ("echo event"), or as the words of a finished picture.
 */
export async function startEchoingApi() {
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: "#808080" } })
    .png()
    .toBuffer();
  const server = createServer(async (incoming, outgoing) => {
    const key = incoming.headers.authorization?.replace(/^Bearer /, "") ?? "";
    const sent = Buffer.concat(await Array.fromAsync(incoming)).toString();
    const words = `You sent ${key} (Bearer ${key}), which is ${key.slice(0, 8)}.`;
    const error = { message: words, type: key, param: key, code: key };
    const status = /echo (\d{3})/.exec(sent)?.[1];
    outgoing.setHeader("x-request-id", key);
    if (status) {
      outgoing.writeHead(Number(status), { "content-type": "application/json" });
      outgoing.end(JSON.stringify({ error }));
    } else if (sent.includes("echo event")) {
      outgoing.writeHead(200, { "content-type": "text/event-stream" });
      outgoing.end(`event: error\ndata: ${JSON.stringify({ type: "error", error })}\n\n`);
    } else {
      const b64_json = picture.toString("base64");
      outgoing.writeHead(200, { "content-type": "application/json" });
      outgoing.end(JSON.stringify({ created: 0, data: [{ b64_json, revised_prompt: words }] }));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    end() {
      server.closeAllConnections();
      server.close();
    },
  };
}
