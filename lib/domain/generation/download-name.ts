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
  return `${slugOf(prompt)}-${image.index + 1}.${EXTENSIONS[image.contentType] ?? "bin"}`;
}

/** What a session is called on disk: "studies-of-a-fox-session.zip". */
export function sessionZipName(title: string): string {
  return `${slugOf(title)}-session.zip`;
}

/** The words of a text, "image" for one without any. */
function slugOf(text: string): string {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = Array.from(words.join("-")).slice(0, SLUG_CHARS_MAX).join("").replace(/-$/, "");
  return slug || "image";
}
