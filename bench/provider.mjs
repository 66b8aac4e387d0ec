/** An Images API that streams ready-made pictures on time: what it costs to draw must not be measured. */
import { createServer } from "node:http";
import sharp from "sharp";

const EDGE_PX = 1024;

/** About 2 MB each, as providers send: a photograph-like gradient under grain, so that PNG cannot shrink it away. */
async function makePicture(seed) {
  const pixels = Buffer.alloc(EDGE_PX * EDGE_PX * 3);
  for (let index = 0; index < pixels.length; index += 1) {
    const wave =
      110 + 90 * Math.sin((index % (EDGE_PX * 3)) / 700 + seed) * Math.cos(index / (EDGE_PX * 3) / 300);
    pixels[index] = wave + ((index * 7919 * (seed + 1)) % 61) * 0.6;
  }
  return sharp(pixels, { raw: { width: EDGE_PX, height: EDGE_PX, channels: 3 } })
    .png()
    .toBuffer();
}

/**
 * @param {{ paceMs: number }} options
 * @returns {Promise<{ url: string, writes: Map<string, number>, sizeBytes: number, close(): void }>}
 *   `writes`: when "<prompt>:<partial index>" was handed to the socket, in ms of the monotonic clock
 */
export async function startProvider({ paceMs }) {
  const pictures = await Promise.all([0, 1, 2, 3].map(makePicture));
  const fields = {
    created_at: 0,
    size: "1024x1024",
    quality: "low",
    background: "opaque",
    output_format: "png",
  };
  const events = pictures.map((bytes, index) => {
    const isFinal = index === 3;
    const type = isFinal ? "image_generation.completed" : "image_generation.partial_image";
    const usage = {
      input_tokens: 10,
      output_tokens: 272,
      total_tokens: 282,
      input_tokens_details: { text_tokens: 10, image_tokens: 0 },
    };
    const data = {
      type,
      ...fields,
      b64_json: bytes.toString("base64"),
      ...(isFinal ? { usage } : { partial_image_index: index }),
    };
    return Buffer.from(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const writes = new Map();
  const server = createServer((request, response) => {
    if (request.method === "GET") return void response.end(JSON.stringify({ data: [] }));
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const { prompt } = JSON.parse(body);
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const [index, event] of events.entries()) {
        setTimeout(
          () => {
            writes.set(`${prompt}:${index}`, performance.now());
            response.write(event);
            if (index === 3) response.end();
          },
          paceMs * (index + 1),
        );
      }
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    writes,
    sizeBytes: events.reduce((sum, event) => sum + event.length, 0),
    close: () => server.close(),
  };
}
