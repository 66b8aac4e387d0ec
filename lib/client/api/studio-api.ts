import type { GalleryPage } from "@/lib/domain/gallery/events";
import type { CreatedGeneration } from "@/lib/domain/generation/created-generation";
import type { GenerationInput } from "@/lib/domain/generation/generation";
import type { Image, ImageChange } from "@/lib/domain/generation/image";
import { PICTURES_AT_ONCE_MAX } from "@/lib/domain/limits";
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

/** Changes many pictures, in as many requests as their number asks for; each changes all of its own or none. */
export async function updateImages(ids: readonly string[], change: ImageChange): Promise<Image[]> {
  const rows: Image[] = [];
  for (let start = 0; start < ids.length; start += PICTURES_AT_ONCE_MAX) {
    const body = { ids: ids.slice(start, start + PICTURES_AT_ONCE_MAX), change };
    const { images } = await requestJson<{ images: Image[] }>("/api/images", { method: "PATCH", body });
    rows.push(...images);
  }
  return rows;
}

/** An older page of a session's gallery. */
export function getGallery(sessionId: string, before: string | null, signal: AbortSignal) {
  const query = before ? `?before=${encodeURIComponent(before)}` : "";
  return requestJson<GalleryPage>(`/api/sessions/${sessionId}/gallery${query}`, { signal });
}
