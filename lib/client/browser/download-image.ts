import { downloadName } from "@/lib/domain/generation/download-name";
import type { CompletedImage } from "@/lib/domain/generation/image";

/** Saves a picture as a press on its Download link does. */
export function downloadImage(prompt: string, image: CompletedImage): void {
  const link = document.createElement("a");
  link.href = image.originalUrl;
  link.download = downloadName(prompt, image);
  link.click();
}
