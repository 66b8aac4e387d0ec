import "server-only";
import type { CompletedImage, Image } from "@/lib/domain/generation/image";
import { failureRefusal } from "@/lib/server/api/errors/to-refusal";

/**
 * The finished pictures of a generation that has ended. Those that failed do not take the others along: they are paid for.
 * @throws ApiError with why the first one failed, where there is no picture at all
 */
export function finishedImages(images: readonly Image[]): CompletedImage[] {
  const finished = images.filter((image) => image.state === "completed");
  if (finished.length > 0) return finished;
  const failure = images.map((image) => ("failure" in image ? image.failure : null)).find(Boolean);
  throw failureRefusal(
    failure ?? { code: "internal", message: "There is no picture.", billed: "maybe", todo: "" },
  );
}
