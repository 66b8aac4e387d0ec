import type { Image } from "@/lib/domain/generation/image";

/** What is deleted can be taken back for so many days. */
export const TRASH_DAYS = 30;

/** A picture in the trash, with the prompt that made it. */
export type TrashedImage = { image: Image; prompt: string };

/** The pictures of a session that were deleted last, the last one first, and how many there are in all. */
export type Trash = { trashed: TrashedImage[]; count: number };
