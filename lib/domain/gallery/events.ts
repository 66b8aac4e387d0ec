import * as z from "zod/mini";
import { generationSchema } from "@/lib/domain/generation/generation";
import { imageSchema } from "@/lib/domain/generation/image";
import { matrixSchema } from "@/lib/domain/matrix/matrix";
import { sessionSchema } from "@/lib/domain/session/session";
import { reviewCommentSchema, reviewMarkSchema } from "@/lib/domain/share/review";

/**
 * A page of a session's gallery: generations newest first, all their images, and the matrices that
 * they are cells of. A page never ends within a matrix.
 */
export const galleryPageSchema = z.object({
  session: sessionSchema,
  generations: z.array(generationSchema),
  images: z.array(imageSchema),
  matrices: z.array(matrixSchema),
  /** Asks for the next older page; null at the beginning of the session. */
  olderCursor: z.nullable(z.string()),
});
export type GalleryPage = z.infer<typeof galleryPageSchema>;

/**
 * What the browser is told: the current state of rows, never a history. The first event of every
 * connection is a snapshot, so a lost connection is healed by connecting again.
 */
export const studioEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("snapshot"), gallery: galleryPageSchema }),
  z.object({ type: z.literal("generation-changed"), generation: generationSchema }),
  z.object({ type: z.literal("image-changed"), image: imageSchema }),
  z.object({ type: z.literal("matrix-changed"), matrix: matrixSchema }),
  z.object({ type: z.literal("session-changed"), session: sessionSchema }),
  z.object({ type: z.literal("mark-changed"), mark: reviewMarkSchema }),
  z.object({ type: z.literal("comment-changed"), comment: reviewCommentSchema }),
  /** A share was made, changed or deleted: lists of shares are to be read again. */
  z.object({ type: z.literal("share-changed"), shareId: z.uuid() }),
]);
export type StudioEvent = z.infer<typeof studioEventSchema>;
