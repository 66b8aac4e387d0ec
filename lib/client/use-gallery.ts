import { useQuery } from "@tanstack/react-query";
import { galleryQuery } from "./gallery-query";
import type { GalleryState } from "./gallery-state";
import { useStudio } from "./studio-context";

/** The gallery of the studio's session, as it stands. */
export function useGallery(): GalleryState {
  return useQuery(galleryQuery(useStudio().gallery)).data;
}
