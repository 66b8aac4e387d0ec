import { useDecodedPicture } from "@/lib/client/browser/use-decoded-picture";
import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";
import { thumbnailUrl } from "./thumbnail-url";
import styles from "./wall/wall.module.css";

/** As long as a preview takes to fade into the next, in ms. */
const FADE_MS = 160;
/** Keeps the place and the text of a picture that has no bytes yet. */
const BLANK = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

/** A picture that develops while one watches: previews fade into each other and into the final. */
export function LivePicture({ token, picture, alt }: { token: string; picture: SharedPicture; alt: string }) {
  const { shownUrl, outgoingUrl } = useDecodedPicture(thumbnailUrl(token, picture), FADE_MS);
  const size = { width: picture.widthPx, height: picture.heightPx };
  return (
    <>
      {outgoingUrl !== null && <img className={styles.live} src={outgoingUrl} alt="" aria-hidden {...size} />}
      <img
        key={shownUrl}
        className={`${styles.live} ${outgoingUrl === null ? "" : "animate-appear"}`}
        src={shownUrl ?? BLANK}
        alt={alt}
        decoding="async"
        {...size}
      />
    </>
  );
}
