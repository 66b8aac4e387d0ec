import type { CompletedImage } from "./image";

const EXTENSIONS: Record<string, string> = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/avif": "avif",
  "image/gif": "gif",
  "image/svg+xml": "svg",
};

/** Short enough for every file system, whatever script the prompt is in (3 bytes a character). */
const SLUG_CHARS_MAX = 60;

/** What a picture is called on disk: "a-red-fox-in-snow-2.png". Letters of every script are kept. */
export function downloadName(prompt: string, image: Pick<CompletedImage, "index" | "contentType">): string {
  const words =
    prompt
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = Array.from(words.join("-")).slice(0, SLUG_CHARS_MAX).join("").replace(/-$/, "");
  return `${slug || "image"}-${image.index + 1}.${EXTENSIONS[image.contentType] ?? "bin"}`;
}
