import * as z from "zod/mini";
import { gallerySchema } from "@/lib/domain/events";
import { type GenerationInput, generationSchema } from "@/lib/domain/generation";
import { type ImageChange, imageSchema } from "@/lib/domain/image";
import { requestJson } from "./request-json";

const createdSchema = z.object({ generation: generationSchema, images: z.array(imageSchema) });
export type CreatedGeneration = z.infer<typeof createdSchema>;

/** Submits the form. Sending the same idempotency key again gives the same generation. */
export function createGeneration(input: GenerationInput) {
  return requestJson("/api/generations", createdSchema, { method: "POST", body: input });
}

/** Stops calls that were not sent and aborts those that were. */
export function cancelGeneration(generationId: string) {
  return requestJson(`/api/generations/${generationId}/cancel`, z.object({}), { method: "POST" });
}

/** Marks a picture, or moves it to the trash and back. */
export function updateImage(imageId: string, change: ImageChange) {
  return requestJson(`/api/images/${imageId}`, imageSchema, { method: "PATCH", body: change });
}

/** Changes many pictures, all or none. */
export function updateImages(ids: string[], change: ImageChange) {
  const schema = z.object({ images: z.array(imageSchema) });
  return requestJson("/api/images", schema, { method: "PATCH", body: { ids, change } });
}

/** An older stretch of a session's gallery. */
export function getGallery(sessionId: string, before: string | null, signal: AbortSignal) {
  const query = before ? `?before=${encodeURIComponent(before)}` : "";
  return requestJson(`/api/sessions/${sessionId}/gallery${query}`, gallerySchema, { signal });
}
