import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";
import type { OpenState } from "./open-state";

/**
 * The fresh groups once these pictures are there too: groups that are newer than all that stood on the
 * page from the beginning. What comes back between older pictures is not fresh: its place is there.
 */
export function withFreshGroups(
  { freshGroupIds, gallery }: Pick<OpenState, "freshGroupIds" | "gallery">,
  told: readonly SharedPicture[],
): ReadonlySet<string> {
  const newestSettled = gallery.pictures.find(({ groupId }) => !freshGroupIds.has(groupId))?.groupId ?? "";
  const arrived = told.map(({ groupId }) => groupId).filter((id) => id > newestSettled);
  const isKnown = arrived.every((id) => freshGroupIds.has(id));
  return isKnown ? freshGroupIds : new Set([...freshGroupIds, ...arrived]);
}
