/**
 * npm run bench:lists: p50 and p95 of the gallery, tree, session list and search over HTTP, on the data
 * folder as it is (npm run seed first). Needs a running studio: STUDIO_URL, default http://127.0.0.1:3000.
 */
const studio = process.env.STUDIO_URL ?? "http://127.0.0.1:3000";
const ROUNDS = 60;

const { sessions } = await (await fetch(`${studio}/api/sessions`)).json();
const largest = sessions.toSorted((a, b) => b.pictureCount - a.pictureCount)[0];
console.log(`largest session on the first page: ${largest.pictureCount} pictures`);
const words = ["fox", "har", "teapot dusk", "t", "violin night ink", "zzzz", "study 4"];

await time("gallery, newest page", () => `/api/sessions/${largest.id}/gallery`);
let cursor = null;
await time(
  "gallery, older pages",
  () => `/api/sessions/${largest.id}/gallery${cursor ? `?before=${cursor}` : ""}`,
  (body) => {
    cursor = body.olderCursor;
  },
);
await time("session list", () => "/api/sessions");
await time("sessions by name", () => "/api/sessions?shelf=any&title=fox");
for (const word of words) await time(`search "${word}"`, () => `/api/search?q=${encodeURIComponent(word)}`);
await time("search favourites", () => "/api/search?favourite=yes");
await time('search "fox" by size', () => "/api/search?q=fox&size=360x240");
await time('search "fox" in one session', () => `/api/search?q=fox&session=${largest.id}`);
await time("search rejected, by model", () => "/api/search?rejected=yes&model=seed");
await time("search nothing of a model", () => "/api/search?model=none");

// These grow with the session and are asked for once, when someone wants the whole of it.
const tree = await (await fetch(`${studio}/api/sessions/${largest.id}/tree`)).json();
const oldest = tree.generations.at(-1);
const picture = tree.images.find(({ generationId }) => generationId === oldest.id);
await time("tree of the whole session", () => `/api/sessions/${largest.id}/tree`);
await time(
  "all down to the oldest picture",
  () => `/api/sessions/${largest.id}/gallery?through=${picture.id}`,
);

async function time(label, path, onBody = () => {}) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    const response = await fetch(studio + path());
    const body = await response.json();
    times.push(performance.now() - startedAt);
    if (!response.ok) throw new Error(`${label}: ${JSON.stringify(body)}`);
    onBody(body);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  console.log(`${label.padEnd(32)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`);
}
