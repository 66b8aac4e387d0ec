/**
 * npm run bench: from the provider's write of a partial to its small preview in hand, and what a
 * generation costs the server, at 1, 4 and 8 at once. Needs a build. Prints figures, decides nothing.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_MODEL_ID } from "../lib/domain/models/image-models.ts";
import { startProvider } from "./provider.mjs";

const PORT = process.env.PORT ?? "3871";
const studio = `http://127.0.0.1:${PORT}`;
const folder = await mkdtemp(join(tmpdir(), "safelight-bench-"));
const provider = await startProvider({ paceMs: 200 });
const server = spawn(process.execPath, ["scripts/serve.mjs"], {
  env: {
    ...process.env,
    PORT,
    STUDIO_DATA_DIR: folder,
    OPENAI_API_KEY: "bench",
    OPENAI_BASE_URL: provider.url,
    DATABASE_URL: "",
  },
  stdio: ["ignore", "ignore", "inherit"],
});
await untilReady();
const sessionId = /"session\\":\{\\"id\\":\\"([0-9a-f-]{36})/.exec(await (await fetch(studio)).text())[1];
await measure(1); // warms up code paths and caches
for (const count of [1, 4, 8, 8]) {
  const { latencies, cpuSeconds, sentBytes } = await measure(count);
  latencies.sort((a, b) => a - b);
  const p50 = latencies[Math.floor(latencies.length / 2)].toFixed(0);
  const p95 = latencies[Math.floor(latencies.length * 0.95)].toFixed(0);
  const share = ((100 * sentBytes) / (provider.sizeBytes * count)).toFixed(1);
  console.log(
    `${count} at once: write → preview fetched p50 ${p50} ms, p95 ${p95} ms; ${(cpuSeconds / count).toFixed(2)} CPU s a generation; previews ${share} % of the provider's bytes`,
  );
}
server.kill();
await new Promise((resolve) => server.once("exit", resolve));
provider.close();
await rm(folder, { recursive: true, force: true });

async function measure(count) {
  const prompts = Array.from({ length: count }, () => `bench ${crypto.randomUUID()}`);
  const ids = new Map();
  const latencies = [];
  let sentBytes = 0;
  let finished = 0;
  const stream = await fetch(`${studio}/api/events?session=${sessionId}`);
  const cpuBefore = await cpuSecondsOf(server.pid);
  const watching = (async () => {
    for await (const event of readEvents(stream)) {
      if (event.type === "generation-changed") ids.set(event.generation.id, event.generation.prompt);
      if (event.type !== "image-changed" || !prompts.includes(ids.get(event.image.generationId))) continue;
      const { image } = event;
      const url = image.state === "completed" ? image.thumbnailUrl : image.preview?.url;
      if (!url) continue;
      const index = image.state === "completed" ? 3 : image.preview.partialIndex;
      sentBytes += (await (await fetch(studio + url)).arrayBuffer()).byteLength;
      latencies.push(performance.now() - provider.writes.get(`${ids.get(image.generationId)}:${index}`));
      if (image.state === "completed" && ++finished === count) return;
    }
  })();
  await Promise.all(
    prompts.map((prompt) =>
      fetch(`${studio}/api/generations`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          idempotencyKey: crypto.randomUUID(),
          sessionId,
          modelId: DEFAULT_MODEL_ID,
          prompt,
          options: { partials: 3 },
          imageCount: 1,
        }),
      }),
    ),
  );
  await watching;
  return { latencies, sentBytes, cpuSeconds: (await cpuSecondsOf(server.pid)) - cpuBefore };
}

async function* readEvents(response) {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split("\n\n");
    text = blocks.pop();
    for (const block of blocks) {
      const data = block.split("\n").find((line) => line.startsWith("data: "));
      if (data) yield JSON.parse(data.slice(6));
    }
  }
}

async function untilReady() {
  for (;;) {
    if (
      await fetch(studio).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** User and system time, from the kernel's clock of 100 ticks a second. */
async function cpuSecondsOf(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
