import { expect } from "@playwright/test";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { test } from "./fixtures";
import type { ImagesApi } from "./support/images-api";
import { STREAMED } from "./support/models";
import { providerAt, type Studio } from "./support/studio";
import { createSession, generationBody, postGeneration, readGallery } from "./support/studio-client";
import { studioPage } from "./support/studio-page";

const recipe = { model: STREAMED.label, options: { "Partial previews": 3 } };

test("finishes what was begun when the page is reloaded or closed", async ({
  ui,
  api,
  page,
  session,
  visit,
}) => {
  const prompt = "left alone in the middle";
  await ui.generateFrom({ ...recipe, prompt, images: 2 });
  await expect(
    ui
      .tiles(prompt)
      .getByText(/Developing/)
      .first(),
  ).toBeVisible();
  await page.reload();
  await page.close();
  const later = studioPage(await visit(session.url));
  await later.expectFinished(prompt, 2);
  expect(await api.callsOf(prompt)).toHaveLength(2);
});

test("loses nothing and sends nothing twice when it is killed at any moment", async ({
  ownStudio,
  ownApi,
  visit,
}) => {
  // Starts several processes; seconds each, more on a busy machine.
  test.slow();
  const slowApi = await ownApi(250);
  const studio = await ownStudio(providerAt(slowApi.baseUrl));
  const sessionId = await createSession(studio.url, "killed");
  for (let round = 1; round <= 4; round += 1) {
    // Between the first event of a round and its last but one.
    const eventCount = 1 + Math.floor(Math.random() * 18);
    const prompt = `killed at event ${eventCount} of round ${round}`;
    await test.step(prompt, () => killAndCheck(studio, slowApi, sessionId, prompt, eventCount));
  }
  const ui = studioPage(await visit(`${studio.url}/s/${sessionId}`));
  await expect(ui.gallery.getByText("Developing")).toHaveCount(0);
  const { images } = await readGallery(studio.url, sessionId);
  const unknown = images.filter(({ state }) => state === "unknown").length;
  if (unknown > 0) await expect(ui.gallery.getByText("Outcome unknown").first()).toBeVisible();
});

test("says that the outcome is unknown after kill -9, and ends within seconds of SIGTERM", async ({
  ownStudio,
  api,
  visit,
  problems,
}) => {
  problems.expect(/net::ERR_/);
  const studio = await ownStudio(providerAt(api.baseUrl));
  const ui = studioPage(await visit(studio.url));
  const killed = "sent and never answered [fault:silence]";
  await ui.generateFrom({ ...recipe, prompt: killed });
  await expect.poll(() => api.callsOf(killed)).toHaveLength(1);
  await studio.end("SIGKILL");
  await studio.start();
  await expect(ui.tiles(killed)).toContainText(/Outcome unknown.*It may have been billed\./);

  const ended = "under way at the end [fault:silence]";
  await ui.generateFrom({ ...recipe, prompt: ended });
  await expect.poll(() => api.callsOf(ended)).toHaveLength(1);
  const before = Date.now();
  await studio.end("SIGTERM");
  expect(Date.now() - before).toBeLessThan(6_000);
  expect(await api.callsOf(killed)).toHaveLength(1);
});

/** Kills a studio at an event of its own stream, starts it again and looks at what is left. */
async function killAndCheck(
  studio: Studio,
  api: ImagesApi,
  sessionId: string,
  prompt: string,
  eventCount: number,
): Promise<void> {
  const events = await openEvents(studio.url, sessionId);
  const body = generationBody(
    { prompt, modelId: STREAMED.id, sessionId },
    { imageCount: 4, options: { partials: 3 } },
  );
  expect((await postGeneration(studio.url, body)).status).toBe(201);
  await events.take(eventCount);
  const before = await imagesOf(studio, sessionId, prompt);
  await studio.end("SIGKILL");
  events.leave();
  await studio.start();
  await expect
    .poll(async () => (await imagesOf(studio, sessionId, prompt)).every(isEnded), { timeout: 30_000 })
    .toBe(true);
  const after = await imagesOf(studio, sessionId, prompt);
  for (const image of before) {
    if (image.state === "completed") expect(after).toContainEqual(image);
  }
  for (const image of after) {
    expect(["completed", "unknown"]).toContain(image.state);
    if (image.state !== "completed") continue;
    expect((await fetch(studio.url + image.originalUrl)).status).toBe(200);
    expect((await fetch(studio.url + image.thumbnailUrl)).status).toBe(200);
  }
  // One that counts as sent may never have left: killed in between, it is not sent again either.
  const callCount = (await api.callsOf(prompt)).length;
  expect(callCount).toBeLessThanOrEqual(4);
  expect(callCount).toBeGreaterThanOrEqual(after.filter(({ state }) => state === "completed").length);
}

async function imagesOf(studio: Studio, sessionId: string, prompt: string) {
  const { generations, images } = await readGallery(studio.url, sessionId);
  const generation = generations.find((candidate) => candidate.prompt === prompt);
  return images.filter(({ generationId }) => generationId === generation?.id);
}

/** Follows a session's event stream; `take` resolves when so many rows have changed. */
async function openEvents(url: string, sessionId: string) {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/events?session=${sessionId}`, { signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return {
    leave: () => leaving.abort(),
    async take(count: number) {
      for (let seen = 0; seen < count; ) {
        const { value = "", done } = (await reader?.read()) ?? { done: true };
        if (done) return;
        seen += value.split('"type":"image-changed"').length - 1;
      }
    },
  };
}
