import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import * as z from "zod";
import { type GalleryPage, galleryPageSchema } from "@/lib/domain/gallery/events";
import { type ImageChange, imageSchema } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";
import { sessionSchema } from "@/lib/domain/session/session";

const createdSchema = z.object({ images: z.array(imageSchema) });

/** What a program sends to make a generation; the tests change one field at a time. */
export type GenerationBody = Record<string, unknown>;

/** Begins a session, empty and without a draft; its page is at `/s/<id>`. */
export async function createSession(url: string, title: string): Promise<string> {
  const response = await sendJson(`${url}/api/sessions`, "POST", { title });
  return sessionSchema.parse(await response.json()).id;
}

/** Everything of a session. */
export async function readGallery(url: string, sessionId: string): Promise<GalleryPage> {
  const response = await fetch(`${url}/api/sessions/${sessionId}/gallery`);
  return galleryPageSchema.parse(await response.json());
}

/** A generation that is right in every field. */
export function generationBody(
  fields: { prompt: string; modelId: string; sessionId: string },
  more: GenerationBody = {},
): GenerationBody {
  return { options: {}, imageCount: 1, idempotencyKey: randomUUID(), ...fields, ...more };
}

export function postGeneration(url: string, body: GenerationBody): Promise<Response> {
  return sendJson(`${url}/api/generations`, "POST", body);
}

/**
 * Generates as a program would, and waits until every picture has ended.
 * @returns the ids of its images, in their order
 */
export async function makePictures(
  url: string,
  fields: { prompt: string; modelId: string; sessionId: string },
  more: GenerationBody = {},
): Promise<string[]> {
  const response = await postGeneration(url, generationBody(fields, more));
  const ids = createdSchema.parse(await response.json()).images.map(({ id }) => id);
  await expect
    .poll(async () => {
      const { images } = await readGallery(url, fields.sessionId);
      return images.filter((image) => ids.includes(image.id) && isEnded(image)).length;
    })
    .toBe(ids.length);
  return ids;
}

/** Changes pictures as a program would. */
export async function changeImages(url: string, ids: readonly string[], change: ImageChange): Promise<void> {
  const response = await sendJson(`${url}/api/images`, "PATCH", { ids, change });
  if (!response.ok) throw new Error(await response.text());
}

export function sendJson(url: string, method: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch(url, { method, headers, body: JSON.stringify(body) });
}
