import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import type { ImagesApi } from "./images-api";
import { PLAIN, STREAMED } from "./models";
import type { Studio } from "./studio";
import {
  changeImages,
  createSession,
  generationBody,
  makePictures,
  postGeneration,
  sendJson,
} from "./studio-client";
import { createShare, visitAs } from "./visitor";

/** A session with something in every state, for tests that only look: none of them changes it. */
export type ShownSession = {
  url: string;
  /** Prompts, by what became of them. */
  finished: string;
  several: string;
  failed: string;
  unknown: string;
  developing: string;
  /** The gallery that it is shared as, with downloads; a visitor, Ana, picked the finished picture and left a pin. */
  shareTitle: string;
  link: string;
};

export async function makeShownSession({ url }: Studio, api: ImagesApi): Promise<ShownSession> {
  const sessionId = await createSession(url, "Shown in every view");
  const of = (prompt: string, { id: modelId } = PLAIN) => ({ prompt, modelId, sessionId });
  const shown = {
    url: `${url}/s/${sessionId}`,
    finished: "a lantern in the fog",
    several: "four lanterns in the fog",
    failed: "a lantern refused [fault:moderation]",
    unknown: "a lantern without an end [fault:no-final]",
    developing: "a lantern that is being lit",
    shareTitle: "Lanterns, first round",
  };
  const [finished = ""] = await makePictures(url, of(shown.finished));
  await makePictures(url, of("a lantern in the rain"), { parentImageId: finished });
  await makePictures(url, of(shown.several), { imageCount: 4 });
  await makePictures(url, of(shown.failed, STREAMED));
  await makePictures(url, of(shown.unknown, STREAMED), { options: { partials: 1 } });
  const deleted = await makePictures(url, of("a lantern nobody wants"));
  await changeImages(url, deleted, { deleted: true });
  await makeMatrix(url, sessionId);

  const held = await api.hold(shown.developing);
  const developing = generationBody(of(shown.developing, STREAMED), { options: { partials: 2 } });
  await postGeneration(url, developing);
  await held.next();

  const share = await createShare(url, { sessionId, title: shown.shareTitle, allowDownload: true });
  const link = share.url ?? "";
  const ana = await visitAs(link, "Ana");
  await ana.mark(finished, "pick");
  await ana.comment(finished, "Brighter here, please.", { x: 0.5, y: 0.5 });
  return { ...shown, link };
}

async function makeMatrix(url: string, sessionId: string): Promise<void> {
  const base = { modelId: PLAIN.id, options: {}, imageCount: 1 };
  const template = "A {red|blue} lantern at {dawn|dusk}";
  const body = { idempotencyKey: randomUUID(), sessionId, template, base };
  expect((await sendJson(`${url}/api/matrices`, "POST", body)).status).toBe(201);
}
