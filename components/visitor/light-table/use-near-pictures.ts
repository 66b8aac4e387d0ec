import { useEffect } from "react";
import { type SharedPicture, sharedPictureUrl } from "@/lib/domain/share/visitor-gallery";

/** Loads the large pictures beside the open one, so that paging shows them at once. */
export function useNearPictures(token: string, near: readonly (SharedPicture | null)[]): void {
  const urls = near
    .flatMap((picture) =>
      picture?.state === "completed" ? [sharedPictureUrl(token, picture.id, "large", picture.hash)] : [],
    )
    .join(" ");
  useEffect(() => {
    for (const url of urls.split(" ").filter(Boolean)) new Image().src = url;
  }, [urls]);
}
