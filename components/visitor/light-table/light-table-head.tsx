import { Download, Maximize2, Minimize2, X } from "lucide-react";
import { DownloadLink } from "@/components/ui/download-link";
import { ActionLink } from "@/components/visitor/action-link";
import { KEYS, shownKey } from "@/lib/client/keys/keys";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";
import type { SharedPicture } from "@/lib/domain/share/visitor-gallery";
import styles from "./light-table.module.css";
import { LightTableButton } from "./light-table-button";
import { SlideshowControls } from "./slideshow-controls";
import type { useFullScreen } from "./use-full-screen";
import type { Slideshow } from "./use-slideshow";

type LightTableHeadProps = {
  token: string;
  picture: SharedPicture;
  /** "3 of 24" */
  place: string;
  canDownload: boolean;
  slideshow: Slideshow;
  fullScreen: ReturnType<typeof useFullScreen>;
  closeHref: string;
  close(): void;
};

/** Which picture it is, and what can be done with the view. */
export function LightTableHead(props: LightTableHeadProps) {
  const { token, picture, place, canDownload, slideshow, fullScreen, closeHref, close } = props;
  return (
    <div className={`${styles.head} flex h-14 items-center gap-0.5 pr-1.5 pl-4`}>
      <p className="shrink-0 text-ink">{place}</p>
      {picture.state !== "completed" && (
        <p className="ml-3 inline-flex shrink-0 items-center gap-1.5 text-ink-muted">
          <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-accent" />
          {STATE_WORDS[picture.state]}
        </p>
      )}
      <p
        className="mr-auto ml-3 min-w-0 truncate text-ink-muted"
        dir="auto"
        title={picture.prompt ?? undefined}
      >
        {picture.prompt}
      </p>
      {canDownload && picture.state === "completed" && (
        <DownloadLink href={`/g/${token}/i/${picture.id}/download`} fileName="" icon={Download} labelled />
      )}
      <SlideshowControls slideshow={slideshow} />
      {fullScreen.canFill && (
        <LightTableButton
          icon={fullScreen.isFull ? Minimize2 : Maximize2}
          label="Full screen"
          keys={shownKey(KEYS.lightTable.fullScreen)}
          aria-pressed={fullScreen.isFull}
          onClick={fullScreen.toggle}
          className="max-desk:hidden"
        />
      )}
      <ActionLink
        icon={X}
        label="Close"
        keys={shownKey(KEYS.lightTable.close)}
        href={closeHref}
        onPress={close}
        tooltipSide="bottom"
        tooltipAlign="end"
      />
    </div>
  );
}
