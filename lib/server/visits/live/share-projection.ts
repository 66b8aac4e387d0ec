import "server-only";
import type { Image } from "@/lib/domain/generation/image";
import { isListed } from "@/lib/domain/share/share";
import type { SharedEvent } from "@/lib/domain/share/visitor-gallery";
import { readGeneration } from "@/lib/server/db/queries/generations";
import { listChosenIds, listSharedIds } from "@/lib/server/db/queries/sharing/shared-pictures";
import type { Db } from "@/lib/server/ports/database";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import { isShown } from "@/lib/server/visits/is-shown";
import { sharedRowOf, toSharedPicture } from "@/lib/server/visits/to-shared-picture";

/** Prompts may be long: so many are kept, the rest is read again when one of their pictures changes. */
const PROMPTS_KEPT = 200;

/** Which pictures a share shows, kept in memory: what turns a changed row into what visitors are told. */
export type ShareProjection = {
  /** Reads anew what is shown. */
  load(share: ShareRow): Promise<void>;
  /** Null for a change that is none of the visitors' business. */
  onImage(share: ShareRow, image: Image): Promise<SharedEvent | null>;
  onPrompt(generationId: string, prompt: string): void;
  shows(imageId: string): boolean;
};

export function createShareProjection(db: Db): ShareProjection {
  let chosen = new Set<string>();
  let shown = new Set<string>();
  /** Rows are read side by side, so an older one may come late: what left the share must not come back with it. */
  const versions = new Map<string, number>();
  const prompts = new Map<string, string>();

  function keepPrompt(generationId: string, prompt: string): void {
    prompts.set(generationId, prompt);
    const [oldest] = prompts.keys();
    if (prompts.size > PROMPTS_KEPT && oldest !== undefined) prompts.delete(oldest);
  }

  async function promptOf(generationId: string): Promise<string> {
    const kept = prompts.get(generationId);
    if (kept !== undefined) return kept;
    const prompt = (await readGeneration(db, { id: generationId }))?.prompt ?? "";
    keepPrompt(generationId, prompt);
    return prompt;
  }

  return {
    async load(share) {
      chosen = new Set(isListed(share) ? await listChosenIds(db, { shareId: share.id }) : []);
      shown = new Set(await listSharedIds(db, { share }));
    },
    async onImage(share, image) {
      if (image.version < (versions.get(image.id) ?? 0)) return null;
      versions.set(image.id, image.version);
      if (!isShown(share, chosen, image)) {
        // Only what was shown is taken away: of other pictures a visitor does not even learn that they are.
        return shown.delete(image.id) ? { type: "picture-removed", id: image.id } : null;
      }
      shown.add(image.id);
      const prompt = share.showPrompts ? await promptOf(image.generationId) : null;
      const picture = toSharedPicture(sharedRowOf(image, prompt));
      return picture && { type: "picture-changed", picture };
    },
    onPrompt: keepPrompt,
    shows: (imageId) => shown.has(imageId),
  };
}
