import { expect } from "@playwright/test";
import { test } from "./fixtures";
import type { ImagesApi } from "./support/images-api";
import { PLAIN, STREAMED } from "./support/models";
import { providerAt, type Studio } from "./support/studio";
import { createSession, generationBody, postGeneration, readGallery } from "./support/studio-client";
import { studioPage } from "./support/studio-page";

test("a stop with a tab open lets what is under way finish, and sends nothing of what waits", async ({
  ownStudio,
  api,
  visit,
  problems,
}) => {
  test.slow();
  problems.expect(/net::ERR_|503/);
  const studio = await ownStudio({ ...providerAt(api.baseUrl), STUDIO_CALLS_AT_ONCE: "4" });
  const sessionId = await createSession(studio.url, "stopped");
  const page = await visit(`${studio.url}/s/${sessionId}`);
  const ui = studioPage(page);
  const prompts = Array.from({ length: 7 }, (_, index) => `stopped in the middle, ${index}`);
  const held = await Promise.all(prompts.map((prompt) => api.hold(prompt)));
  for (const prompt of prompts) await submit(studio, sessionId, prompt, STREAMED.id);
  await expect.poll(() => countSent(api, prompts)).toBe(4);
  await expect(ui.gallery.getByText(/Developing/).first()).toBeVisible();

  const turnedAway = page.waitForResponse((response) => response.status() === 503);
  const ended = studio.end("SIGTERM");
  // The tab lost its stream and asks again, on a connection that it had open.
  await turnedAway;
  expect(await countSent(api, prompts)).toBe(4);
  for (const { release } of held) await release();
  await ended;
  expect(studio.output()).toContain("Waiting for 4 calls to finish");
  expect(await countSent(api, prompts), "the dying process sends nothing more").toBe(4);

  await studio.start();
  // The tab was there all the time, and heals by itself.
  for (const prompt of prompts) await ui.expectFinished(prompt, 1);
  expect(await statesOf(studio, sessionId)).toEqual(all("completed", 7));
  expect(await countSent(api, prompts)).toBe(7);
});

for (const moment of ["before its answer comes", "after the provider's last byte"]) {
  test(`a stop just ${moment} keeps all ten pictures of a call and what they cost`, async ({
    ownStudio,
    api,
  }) => {
    const studio = await ownStudio(providerAt(api.baseUrl));
    const sessionId = await createSession(studio.url, "ten");
    const prompt = `ten at once, stopped ${moment}`;
    const held = await api.hold(prompt);
    await submit(studio, sessionId, prompt, PLAIN.id, 10);
    await expect.poll(() => api.callsOf(prompt)).toHaveLength(1);
    let ended = Promise.resolve();
    if (moment.startsWith("before")) {
      ended = studio.end("SIGTERM");
      await expect.poll(() => studio.output()).toContain("Waiting for 1 call to finish");
      await held.release();
    } else {
      await held.release();
      while ((await api.callsOf(prompt))[0]?.ended !== "answered");
      ended = studio.end("SIGTERM");
    }
    await ended;
    await studio.start();
    expect(await statesOf(studio, sessionId)).toEqual(all("completed", 10));
    for (const image of (await readGallery(studio.url, sessionId)).images) {
      if (image.state !== "completed") continue;
      expect(image.costUsd, "what it cost is known too").not.toBeNull();
      expect((await fetch(studio.url + image.originalUrl)).status).toBe(200);
    }
    expect(await api.callsOf(prompt)).toHaveLength(1);
  });
}

test("a studio that stops turns away what is new, and a second signal ends it at once", async ({
  ownStudio,
  api,
}) => {
  const studio = await ownStudio(providerAt(api.baseUrl));
  const sessionId = await createSession(studio.url, "hurried");
  const prompt = "never answered [fault:silence]";
  await submit(studio, sessionId, prompt, STREAMED.id);
  await expect.poll(() => api.callsOf(prompt)).toHaveLength(1);
  const ended = studio.end("SIGTERM");
  await expect.poll(async () => (await fetch(studio.url)).status).toBe(503);
  for (const path of ["/", `/s/${sessionId}`, "/api/sessions", `/api/events?session=${sessionId}`, "/g/x"]) {
    const answer = await fetch(studio.url + path);
    const { headers } = answer;
    expect([path, answer.status, headers.get("retry-after"), headers.get("connection")]).toEqual([
      ...[path, 503, "5", "close"],
    ]);
  }
  // npm sends every signal twice, so within half a second two count as one.
  const isGone = ended.then(() => true);
  const again = async () => {
    void studio.end("SIGTERM");
    const later = new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false));
    expect(await Promise.race([isGone, later])).toBe(true);
  };
  await expect(again).toPass();
  expect(studio.output()).toContain("Ending now what the provider still works on.");
  await studio.start();
  expect(await statesOf(studio, sessionId)).toEqual(["unknown"]);
  expect(await api.callsOf(prompt)).toHaveLength(1);
});

async function submit(
  studio: Studio,
  sessionId: string,
  prompt: string,
  modelId: string,
  imageCount = 1,
): Promise<void> {
  const body = generationBody({ prompt, modelId, sessionId }, { imageCount });
  expect((await postGeneration(studio.url, body)).status).toBe(201);
}

async function countSent(api: ImagesApi, prompts: string[]): Promise<number> {
  const calls = await Promise.all(prompts.map((prompt) => api.callsOf(prompt)));
  return calls.flat().length;
}

async function statesOf(studio: Studio, sessionId: string): Promise<string[]> {
  const { images } = await readGallery(studio.url, sessionId);
  return images.map(({ state }) => state);
}

const all = (state: string, count: number) => Array.from({ length: count }, () => state);
