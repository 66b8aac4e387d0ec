import { readFile } from "node:fs/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { expect } from "@playwright/test";
import * as z from "zod";
import { test } from "./fixtures";
import { PLAIN } from "./support/models";
import { providerAt } from "./support/studio";
import { generationBody, postGeneration, readGallery } from "./support/studio-client";
import { createShare } from "./support/visitor";

const PUBLIC_HOST = "gallery.test";
const WORDS = ["zanzibar", "quokka"];
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"];

/** What a visitor's own routes answer besides 404: to whoever gave no name, and sent nothing. */
const OWN: Record<string, Record<string, number>> = {
  "/g/[token]": { GET: 200, HEAD: 200 },
  "/g/[token]/embed": { GET: 200, HEAD: 200 },
  "/g/[token]/gallery": { GET: 200, HEAD: 200 },
  "/g/[token]/events": { GET: 200, HEAD: 200 },
  "/g/[token]/cover.jpg": { GET: 200, HEAD: 200 },
  "/g/[token]/i/[image]/[file]": { GET: 200, HEAD: 200 },
  "/g/[token]/visitor": { POST: 415 },
  "/g/[token]/unlock": { POST: 415 },
  "/g/[token]/marks": { POST: 400 },
  "/g/[token]/comments": { POST: 400 },
  "/g/[token]/comments/[id]": { DELETE: 400 },
};

/** Asks as a proxy in front hands a visitor's request on; of a stream that does not end, its beginning. */
function ask(url: string, method: string, path: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(url);
  const options = { hostname, port, method, path, headers: { host: PUBLIC_HOST, ...headers } };
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const asked = httpRequest(options, async (response) => {
      const isStream = response.headers["content-type"]?.startsWith("text/event-stream");
      const body = await read(response, isStream ? '"snapshot"' : null).catch(() => "");
      asked.destroy();
      resolve({ status: response.statusCode ?? 0, text: JSON.stringify(response.headers) + body });
    });
    asked.on("error", reject);
    asked.end();
  });
}

async function read(response: IncomingMessage, until: string | null): Promise<string> {
  let text = "";
  for await (const chunk of response) {
    text += String(chunk);
    if (until !== null && text.includes(until)) break;
  }
  return text;
}

test("on the galleries' host a visitor reaches the gallery, and no other route by any method", async ({
  ownStudio,
  api,
}) => {
  const studio = await ownStudio({
    ...providerAt(api.baseUrl),
    STUDIO_PUBLIC_URL: `http://${PUBLIC_HOST}`,
  });
  const { sessions } = z
    .object({ sessions: z.array(z.object({ id: z.string() })) })
    .parse(await (await fetch(`${studio.url}/api/sessions`)).json());
  const sessionId = sessions[0]?.id ?? "";
  const prompt = WORDS.join(" ");
  await postGeneration(
    studio.url,
    generationBody({ prompt, modelId: PLAIN.id, sessionId }, { imageCount: 2 }),
  );
  const completed = async () =>
    (await readGallery(studio.url, sessionId)).images.filter((image) => image.state === "completed");
  await expect.poll(completed).toHaveLength(2);
  const [shown, hidden] = await completed();
  if (!shown || !hidden) throw new Error("There are no pictures.");
  const imageIds = [shown.id];
  const share = await createShare(studio.url, { sessionId, title: "One", scope: "selection", imageIds });
  const token = new URL(share.url ?? "").pathname.split("/").at(-1) ?? "";

  const fill = (route: string, image: string, file: string) =>
    route
      .replace("[token]", token)
      .replace("[image]", image)
      .replace("[file]", file)
      .replace("[session]", sessionId)
      .replace("[...rest]", "x/y")
      .replace(
        "[id]",
        route.includes("/sessions/") ? sessionId : route.includes("/shares/") ? share.id : image,
      );
  const fileOf = (url: string) => url.split("/").at(-1) ?? "";
  const manifest = JSON.parse(await readFile(".next/app-path-routes-manifest.json", "utf8"));
  const routes = [...new Set(Object.values(z.record(z.string(), z.string()).parse(manifest)))];
  expect(routes).toEqual(expect.arrayContaining(Object.keys(OWN)));

  const wrong: string[] = [];
  const probe = async (method: string, path: string, status: number, headers?: Record<string, string>) => {
    const answer = await ask(studio.url, method, path, headers);
    if (answer.status !== status) wrong.push(`${method} ${path}: ${answer.status}`);
    if (WORDS.some((word) => answer.text.includes(word))) wrong.push(`${method} ${path} tells the prompt`);
  };
  for (const route of routes) {
    for (const method of METHODS) {
      const path = fill(route, shown.id, fileOf(shown.thumbnailUrl));
      await probe(method, path, OWN[route]?.[method] ?? 404);
    }
    if (!route.includes("[image]")) continue;
    await probe("GET", fill(route, hidden.id, fileOf(hidden.thumbnailUrl)), 404);
  }
  for (const path of [
    ...[
      "/api/sessions/",
      "//api/sessions",
      "/\\api/sessions",
      `/s/${sessionId}/`,
      "/_next/image?url=%2Fi%2Fx&w=64&q=75",
    ],
    ...[
      "/g/../api/sessions",
      "/g/%2e%2e/api/sessions",
      `/_next/static/../../s/${sessionId}`,
      "/g/%",
      "/g/%ff/gallery",
    ],
    ...[
      "http://localhost/api/sessions",
      `http://localhost/s/${sessionId}`,
      `/s/${sessionId}.rsc`,
      "/index.rsc",
    ],
  ]) {
    await probe("GET", path, 404);
  }
  for (const headers of [
    { rsc: "1" },
    { "x-forwarded-host": "localhost" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-middleware-rewrite": `/s/${sessionId}` },
    { "x-nextjs-data": "1" },
    { "next-action": "x" },
  ]) {
    await probe("GET", `/s/${sessionId}`, 404, headers);
    await probe("POST", `/s/${sessionId}`, 404, headers);
    await probe("GET", "/api/sessions", 404, headers);
  }
  expect(wrong).toEqual([]);
});
