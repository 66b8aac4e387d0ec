import "server-only";
import type { SniffedContentType } from "@/lib/server/picture-files/sniff-content-type";

const EXTENSIONS = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/avif": "avif",
  "image/svg+xml": "svg",
  "application/octet-stream": "bin",
} as const satisfies Record<SniffedContentType, string>;

const ORIGINAL_TYPES = [
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/gif",
  "image/avif",
  "image/svg+xml",
  "application/octet-stream",
] as const satisfies SniffedContentType[];

/** Where things are in an archive. Nothing may be anywhere else. */
export const PATH_OF = {
  manifest: "manifest.json",
  session: "session.json",
  matrices: "matrices.json",
  generations: "generations.json",
  images: "images.json",
  originalTypes: ORIGINAL_TYPES,
  original: (id: string, contentType: SniffedContentType) => `images/${id}.${EXTENSIONS[contentType]}`,
  preview: (id: string) => `previews/${id}.webp`,
} as const;

const ROOT_PATHS: readonly string[] = [
  PATH_OF.manifest,
  PATH_OF.session,
  PATH_OF.matrices,
  PATH_OF.generations,
  PATH_OF.images,
];
const PICTURE_PATH =
  /^(?:images|previews)\/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.(?:png|jpg|webp|gif|avif|svg|bin)$/;

export type ArchivePathKind = "rows" | "picture" | "folder";

/** What may be at a path; null where nothing may be, which takes in every path that leads out of the archive. */
export function archivePathKind(path: string): ArchivePathKind | null {
  if (ROOT_PATHS.includes(path)) return "rows";
  if (PICTURE_PATH.test(path)) return "picture";
  return path === "images/" || path === "previews/" ? "folder" : null;
}
