import "server-only";
import type { ServerContext } from "@modelcontextprotocol/server";
import type { Image } from "@/lib/domain/generation/image";
import { isEnded } from "@/lib/domain/generation/is-ended";

/** Tells a client how far its pictures are, each step once. */
export type Progress = { tell(images: readonly Image[], partialsEach: number): Promise<void> };

/** Null where the client did not ask for progress: it gives a token for it. */
export function openProgress({ mcpReq }: ServerContext): Progress | null {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return null;
  let told = 0;
  return {
    async tell(images, partialsEach) {
      const stepsEach = partialsEach + 1;
      const progress = images.reduce((steps, image) => steps + stepsOf(image, stepsEach), 0);
      if (progress <= told) return;
      told = progress;
      const total = images.length * stepsEach;
      await mcpReq.notify({
        method: "notifications/progress",
        params: { progressToken, progress, total, message: wordsOf(images) },
      });
    },
  };
}

function stepsOf(image: Image, stepsEach: number): number {
  if (isEnded(image)) return stepsEach;
  const partialIndex = image.state === "developing" ? image.preview?.partialIndex : null;
  return Math.min((partialIndex ?? -1) + 1, stepsEach - 1);
}

/** "1 of 4 pictures finished, 2 developing" */
function wordsOf(images: readonly Image[]): string {
  const ended = images.filter(isEnded).length;
  const developing = images.filter(({ state }) => state === "developing").length;
  return `${ended} of ${images.length} pictures finished, ${developing} developing`;
}
