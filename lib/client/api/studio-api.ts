import type { GalleryPage } from "@/lib/domain/gallery/events";
import type { CreatedGeneration } from "@/lib/domain/generation/created-generation";
import type { GenerationInput } from "@/lib/domain/generation/generation";
import type { Image, ImageChange } from "@/lib/domain/generation/image";
import { requestJson } from "./request-json";
import { sendOnce } from "./send-once";

/** Submits the form. Sending the same idempotency key again gives the same generation. */
export function createGeneration(input: GenerationInput) {
  return sendOnce<CreatedGeneration>("/api/generations", input);
}

/** Stops calls that were not sent and aborts those that were. */
export function cancelGeneration(generationId: string) {
  return requestJson<unknown>(`/api/generations/${generationId}/cancel`, { method: "POST" });
}

/** Marks a picture, or moves it to the trash and back. */
export function updateImage(imageId: string, change: ImageChange) {
  return requestJson<Image>(`/api/images/${imageId}`, { method: "PATCH", body: change });
}

/** Changes many pictures, all or none. */
export function updateImages(ids: string[], change: ImageChange) {
  return requestJson<{ images: Image[] }>("/api/images", { method: "PATCH", body: { ids, change } });
}

/** An older page of a session's gallery. */
export function getGallery(sessionId: string, before: string | null, signal: AbortSignal) {
  const query = before ? `?before=${encodeURIComponent(before)}` : "";
  return requestJson<GalleryPage>(`/api/sessions/${sessionId}/gallery${query}`, { signal });
}
