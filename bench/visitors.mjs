/**
 * npm run bench:visitors: what it costs the server that one or fifty visitors watch a session develop,
 * and whether its memory stays flat meanwhile. Needs a build. `--minutes 10` for longer than one
 * minute, `--visitors 50` for another number. Prints figures, decides nothing.
 */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DEFAULT_MODEL_ID } from "../lib/domain/models/image-models.ts";
import { startProvider } from "./provider.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    visitors: { type: "string", default: "50" },
  },
});
const minutes = Number(values.minutes);
const visitorCount = Number(values.visitors);
const GENERATIONS_A_ROUND = 12;
const SAMPLES = 10;

const PORT = process.env.PORT ?? "3872";
const studio = `http://127.0.0.1:${PORT}`;
const folder = await mkdtemp(join(tmpdir(), "safelight-bench-"));
const provider = await startProvider({ paceMs: 100 });
const server = spawn(process.execPath, ["scripts/serve.mjs"], {
  env: {
    ...process.env,
    PORT,
    STUDIO_DATA_DIR: folder,
    STUDIO_PUBLIC_URL: "",
    OPENAI_API_KEY: "bench",
    OPENAI_BASE_URL: provider.url,
    DATABASE_URL: "",
  },
  stdio: ["ignore", "ignore", "inherit"],
});
await untilReady();
const sessionId = (await ask("/api/sessions")).sessions[0].id;
const share = await ask("/api/shares", { sessionId, title: "Bench" });
const gallery = `${studio}${new URL(share.url).pathname}`;
/** The ids that each visitor has seen completed, and how many events came in all. */
const visitors = [];

await watch(1);
await measure(); // warms up code paths and caches
const one = await measure();
await watch(visitorCount);
const all = await measure();
line("1 visitor", one);
line(`${visitorCount} visitors`, all);
console.log(
  `server's CPU for the same pictures, ${visitorCount} visitors : 1 = ${(all.cpuMs / one.cpuMs).toFixed(2)}`,
);

const samples = [];
const endsAt = Date.now() + minutes * 60_000;
let nextSampleAt = Date.now();
let generated = 0;
while (Date.now() < endsAt) {
  if (Date.now() >= nextSampleAt) {
    samples.push(await rssMbOf(server.pid));
    nextSampleAt += (minutes * 60_000) / SAMPLES;
  }
  await generate();
  generated += 1;
}
samples.push(await rssMbOf(server.pid));
const counts = visitors.map(({ events }) => events);
console.log(
  `RSS over ${minutes} min with ${visitors.length} visitors and ${generated} pictures, MB: ${samples.map((mb) => mb.toFixed(0)).join(" ")}`,
);
console.log(`events a visitor since the second round: ${Math.min(...counts)} to ${Math.max(...counts)}`);

for (const { controller } of visitors) controller.abort();
server.kill();
await new Promise((resolve) => server.once("exit", resolve));
provider.close();
await rm(folder, { recursive: true, force: true });

function line(label, { cpuMs, events, p95 }) {
  console.log(
    `${label.padEnd(12)} ${(cpuMs / GENERATIONS_A_ROUND).toFixed(0)} ms of CPU a picture; ${events} events each; completed, first visitor → last: p95 ${p95.toFixed(0)} ms`,
  );
}

/** Opens streams until there are this many, each with its snapshot. */
async function watch(count) {
  while (visitors.length < count) {
    const visitor = { events: 0, completed: new Map(), controller: new AbortController() };
    const stream = await fetch(`${gallery}/events`, { signal: visitor.controller.signal });
    const { promise, resolve } = Promise.withResolvers();
    void read(stream, visitor, resolve).catch(() => {});
    await promise;
    visitors.push(visitor);
  }
  for (const visitor of visitors) visitor.events = 0;
}

async function read(stream, visitor, onSnapshot) {
  for await (const event of readEvents(stream)) {
    if (event.type === "snapshot") onSnapshot();
    else visitor.events += 1;
    const { picture } = event;
    if (picture?.state === "completed") visitor.completed.set(picture.id, performance.now());
  }
}

/** So many pictures one after the other, and the time from the first visitor who knows to the last. */
async function measure() {
  const eventsBefore = visitors[0].events;
  const cpuBefore = await cpuSecondsOf(server.pid);
  const delays = [];
  for (let index = 0; index < GENERATIONS_A_ROUND; index += 1) {
    const id = await generate();
    const times = visitors.map(({ completed }) => completed.get(id));
    delays.push(Math.max(...times) - Math.min(...times));
  }
  delays.sort((a, b) => a - b);
  return {
    cpuMs: 1000 * ((await cpuSecondsOf(server.pid)) - cpuBefore),
    events: visitors[0].events - eventsBefore,
    p95: delays[Math.floor(delays.length * 0.95)],
  };
}

/** One picture, until every visitor knows that it is completed. */
async function generate() {
  const { images } = await ask("/api/generations", {
    idempotencyKey: crypto.randomUUID(),
    sessionId,
    modelId: DEFAULT_MODEL_ID,
    prompt: `bench ${crypto.randomUUID()}`,
    options: { partials: 3 },
    imageCount: 1,
  });
  const { id } = images[0];
  while (!visitors.every(({ completed }) => completed.has(id))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return id;
}

async function ask(path, body) {
  const response = await fetch(studio + path, {
    ...(body && { method: "POST", body: JSON.stringify(body) }),
    headers: { "content-type": "application/json" },
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
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
    const isReady = await fetch(studio).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** User and system time, from the kernel's clock of 100 ticks a second. */
async function cpuSecondsOf(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function rssMbOf(pid) {
  const [, kib] = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, "utf8"));
  return Number(kib) / 1024;
}
