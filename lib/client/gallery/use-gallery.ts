import { useQuery } from "@tanstack/react-query";
import { useStudio } from "@/lib/client/studio/studio-context";
import { galleryQuery } from "./gallery-cache";
import type { GalleryState } from "./gallery-state";

/** The gallery of the studio's session, as it stands. */
export function useGallery(): GalleryState {
  return useQuery(galleryQuery(useStudio().gallery)).data;
}
