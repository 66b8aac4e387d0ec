import type { SharedGallery, SharedPicture } from "@/lib/domain/share/visitor-gallery";
import { pictureAlt } from "./picture-alt";
import { thumbnailUrl } from "./thumbnail-url";
import { tileStyle } from "./wall/tile-style";
import styles from "./wall/wall.module.css";

/** A gallery inside another site's page: the pictures that are finished, and the way to the gallery itself. */
export function EmbedView({ token, gallery }: { token: string; gallery: SharedGallery }) {
  const finished = gallery.pictures.filter(({ state }) => state === "completed");
  return (
    <main className="min-h-dvh bg-canvas">
      <div className="flex min-h-11 items-center gap-3 border-line border-b bg-panel px-3">
        <h1 className="mr-auto truncate font-medium" dir="auto">
          {gallery.title}
        </h1>
        <OpenGalleryLink token={token} />
      </div>
      <section aria-label="Gallery" className="p-1.5">
        <ul className={styles.wall} data-few={finished.length <= 4 || undefined}>
          {finished.map((picture, at) => (
            <EmbedTile key={picture.id} token={token} picture={picture} number={at + 1} />
          ))}
        </ul>
      </section>
    </main>
  );
}

type EmbedTileProps = { token: string; picture: SharedPicture; number: number };

function EmbedTile({ token, picture, number }: EmbedTileProps) {
  return (
    <li className={styles.tile} style={tileStyle(picture)}>
      <a
        className={styles.link}
        href={`/g/${token}?picture=${picture.id}`}
        target="_blank"
        rel="noopener noreferrer"
      >
        <img
          src={thumbnailUrl(token, picture) ?? undefined}
          alt={pictureAlt(picture, number)}
          width={picture.widthPx}
          height={picture.heightPx}
          loading="lazy"
          decoding="async"
        />
      </a>
    </li>
  );
}

/** Leads out of the frame: a gallery with a password, or one where visitors say something, is a page of its own. */
export function OpenGalleryLink({ token }: { token: string }) {
  return (
    <a
      href={`/g/${token}`}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-11 shrink-0 items-center font-medium underline underline-offset-4"
    >
      Open the gallery
    </a>
  );
}
