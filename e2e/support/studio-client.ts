import { randomUUID } from "node:crypto";
import { type GalleryPage, galleryPageSchema } from "@/lib/domain/gallery/events";
import { sessionSchema } from "@/lib/domain/session/session";

/** What a program sends to make a generation; the tests change one field at a time. */
export type GenerationBody = Record<string, unknown>;

/** Begins a session, empty and without a draft; its page is at `/s/<id>`. */
export async function createSession(url: string, title: string): Promise<string> {
  const response = await fetch(`${url}/api/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ title }),
  });
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
  return fetch(`${url}/api/generations`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}
