import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { startEchoingApi } from "./support/echoing-api";
import { API_KEY } from "./support/images-api";
import { PLAIN, STREAMED } from "./support/models";
import { providerAt } from "./support/studio";
import { createSession } from "./support/studio-client";
import { studioPage } from "./support/studio-page";

test("keeps the key out of every answer and every line it writes, when the provider repeats it, too", async ({
  ownStudio,
  visit,
}) => {
  const api = await startEchoingApi();
  const studio = await ownStudio(providerAt(api.baseUrl));
  const sessionId = await createSession(studio.url, "secrets");
  const page = await visit(`${studio.url}/s/${sessionId}`);
  const ui = studioPage(page);
  for (const prompt of ["echo 400", "echo 401", "echo 429", "echo 500", "echo event"]) {
    await ui.generateFrom({ prompt, model: STREAMED.label });
    await expect(ui.tiles(prompt)).toContainText(/Failed|Outcome unknown/);
  }
  await ui.generateFrom({ prompt: "echo words", model: PLAIN.label });
  await ui.expectFinished("echo words");

  const gallery = `/api/sessions/${sessionId}/gallery`;
  const answers = ["/", `/s/${sessionId}`, gallery, "/api/sessions", "/api/spending", "/api/nothing"];
  const found = new Map(
    await Promise.all(answers.map(async (path) => [path, await readAnswer(studio.url + path)] as const)),
  );
  found.set("/api/events", await firstEvent(`${studio.url}/api/events?session=${sessionId}`));
  found.set("the log", studio.output());
  found.set("the page", await page.content());
  for (const [path, text] of await clientFiles()) found.set(path, text);
  expect(found.get(gallery)).toContain("echo words");
  expect(found.get("/api/events")).toContain("echo words");
  expect([...found.keys()].filter((path) => path.endsWith(".js")).length).toBeGreaterThan(3);
  const leaks = [...found]
    .filter(([, text]) => text.includes(API_KEY))
    .map(([path, text]) => {
      const place = text.indexOf(API_KEY);
      return `${path}: ${text.slice(place - 80, place)}`;
    });
  expect(leaks).toEqual([]);
  api.end();
});

/** Every file that the build gives to browsers, with its text. */
async function clientFiles(): Promise<[string, string][]> {
  const folder = join(import.meta.dirname, "../.next/static");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path): Promise<[string, string]> => [path, await readFile(path, "latin1")]),
  );
}

/** An answer with its headers. */
async function readAnswer(url: string): Promise<string> {
  const response = await fetch(url);
  return JSON.stringify([...response.headers]) + (await response.text());
}

async function firstEvent(url: string): Promise<string> {
  const response = await fetch(url);
  let text = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (/^data: .*\n\n/m.test(text)) break;
  }
  return text;
}
