/**
 * npm run bench:lists: p50 and p95 of the gallery, session list and search over HTTP, on the data
 * folder as it is (npm run seed first). Needs a running studio: STUDIO_URL, default http://127.0.0.1:3000.
 */
const studio = process.env.STUDIO_URL ?? "http://127.0.0.1:3000";
const ROUNDS = 60;

const { sessions } = await (await fetch(`${studio}/api/sessions`)).json();
const largest = sessions.toSorted((a, b) => b.pictureCount - a.pictureCount)[0];
console.log(`largest session on the first page: ${largest.pictureCount} pictures`);
const words = ["fox", "har", "teapot dusk", "t", "violin night ink", "zzzz", "study 4"];

await time("gallery, newest stretch", () => `/api/sessions/${largest.id}/gallery`);
let cursor = null;
await time(
  "gallery, older stretches",
  () => `/api/sessions/${largest.id}/gallery${cursor ? `?before=${cursor}` : ""}`,
  (body) => {
    cursor = body.olderCursor;
  },
);
await time("session list", () => "/api/sessions");
for (const word of words) await time(`search "${word}"`, () => `/api/search?q=${encodeURIComponent(word)}`);
await time("search favourites", () => "/api/search?favourite=yes");
await time('search "fox" by size', () => "/api/search?q=fox&size=360x240");

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
  console.log(`${label.padEnd(28)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`);
}
