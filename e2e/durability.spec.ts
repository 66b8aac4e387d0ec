import { expect } from "@playwright/test";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { studioEventSchema } from "@/lib/domain/gallery/events";
import type { Image } from "@/lib/domain/generation/image";
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
  const held = await api.hold(prompt);
  await ui.generateFrom({ ...recipe, prompt, images: 2 });
  await held.next();
  await expect(ui.tiles(prompt).filter({ hasText: "Developing, preview 1 of 3" })).toHaveCount(2);
  await page.reload();
  await page.close();
  await held.release();
  const later = studioPage(await visit(session.url));
  await later.expectFinished(prompt, 2);
  expect(await api.callsOf(prompt)).toHaveLength(2);
});

type Moment = {
  at: string;
  /** How many events each of the four calls may answer. */
  events: number;
  /** Whether what the studio has told says that the moment is there. */
  isThere(images: Image[]): boolean;
};

const MOMENTS: Moment[] = [
  { at: "when it has only promised", events: 0, isThere: () => true },
  { at: "when every call is out", events: 0, isThere: (images) => images.every(isDeveloping) },
  {
    at: "between previews",
    events: 2,
    isThere: (images) => images.every((image) => isDeveloping(image) && image.preview?.partialIndex === 1),
  },
  { at: "while pictures finish", events: 4, isThere: (images) => images.some(isEnded) },
];

test("loses nothing and sends nothing twice when it is killed at any moment", async ({
  api,
  ownStudio,
  visit,
}) => {
  // Five starts, which a busy machine may draw out.
  test.slow();
  const studio = await ownStudio(providerAt(api.baseUrl));
  const sessionId = await createSession(studio.url, "killed");
  for (const moment of MOMENTS)
    await test.step(moment.at, () => killAndCheck(studio, api, sessionId, moment));
  const ui = studioPage(await visit(`${studio.url}/s/${sessionId}`));
  await expect(ui.gallery.getByText("Outcome unknown").first()).toBeVisible();
  await expect(ui.gallery.getByText("Developing")).toHaveCount(0);
});

test("says that the outcome is unknown after kill -9, and ends at SIGTERM whatever is open", async ({
  ownStudio,
  api,
  visit,
  problems,
}) => {
  problems.expect(/net::ERR_|503/);
  const studio = await ownStudio({ ...providerAt(api.baseUrl), STUDIO_DRAIN_S: "1" });
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
  // Its own page hears it, and the call is open: it is waited for as long as was said, and not for ever.
  await studio.end("SIGTERM");
  expect(await api.callsOf(killed)).toHaveLength(1);
});

/** Kills a studio at a moment of its own telling, starts it again and looks at what is left. */
async function killAndCheck(
  studio: Studio,
  api: ImagesApi,
  sessionId: string,
  { at, events, isThere }: Moment,
): Promise<void> {
  const prompt = `killed ${at}`;
  const held = await api.hold(prompt);
  const stream = await openEvents(studio.url, sessionId);
  const body = generationBody(
    { prompt, modelId: STREAMED.id, sessionId },
    { imageCount: 4, options: { partials: 3 } },
  );
  expect((await postGeneration(studio.url, body)).status).toBe(201);
  if (events > 0) await held.next(events);
  const before = await stream.imagesWhen((images) => images.length === 4 && isThere(images));
  await studio.end("SIGKILL");
  stream.leave();
  await held.release();
  await studio.start();
  await expect.poll(async () => (await imagesOf(studio, sessionId, prompt)).every(isEnded)).toBe(true);
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

/** Follows the images of a session from here on; `imagesWhen` resolves as soon as they are as wanted. */
async function openEvents(url: string, sessionId: string) {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/events?session=${sessionId}`, { signal: leaving.signal });
  const events = response.body
    ?.pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream());
  const images = new Map<string, Image>();
  return {
    leave: () => leaving.abort(),
    async imagesWhen(isAsWanted: (images: Image[]) => boolean): Promise<Image[]> {
      for await (const { data } of events ?? []) {
        const event = studioEventSchema.parse(JSON.parse(data));
        if (event.type === "image-changed") images.set(event.image.id, event.image);
        if (isAsWanted([...images.values()])) return [...images.values()];
      }
      throw new Error("The stream ended before its time.");
    },
  };
}

function isDeveloping(image: Image): image is Extract<Image, { state: "developing" }> {
  return image.state === "developing";
}
