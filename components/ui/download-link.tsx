import type { LucideIcon } from "lucide-react";
import { PICTURE_KEYS, shortcutsOf, shownKey } from "@/lib/client/keys/keys";

type DownloadLinkProps = {
  href: string;
  fileName: string;
  icon: LucideIcon;
  tabIndex?: number;
  /** On top of pictures as a square with an icon; elsewhere with its word. */
  labelled?: boolean;
};

const LABELLED =
  "border border-line-strong bg-field px-2 text-caption text-ink hover:border-line-heavy hover:bg-hover h-icon inline-flex items-center gap-1.5 font-medium";
const OVER_PICTURE = "bg-veil text-on-veil hover:bg-veil-strong size-icon inline-grid place-items-center";

/**
 * Saves a file under a name. A link, so that the browser's own menu works on it; it is called a
 * button, since it does something here and leads nowhere, and answers to Space like one.
 */
export function DownloadLink({
  href,
  fileName,
  icon: Icon,
  tabIndex = 0,
  labelled = false,
}: DownloadLinkProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot be saved from, see above.
    <a
      role="button"
      href={href}
      download={fileName}
      tabIndex={tabIndex}
      aria-keyshortcuts={shortcutsOf(PICTURE_KEYS.download)}
      {...(!labelled && {
        "aria-label": "Download",
        "data-tooltip": `Download  ${shownKey(PICTURE_KEYS.download)}`,
        "data-tooltip-side": "bottom",
      })}
      onKeyDown={(event) => {
        if (event.key !== " ") return;
        event.preventDefault();
        event.currentTarget.click();
      }}
      className={`shrink-0 rounded-sm transition-colors ${labelled ? LABELLED : OVER_PICTURE}`}
    >
      <Icon aria-hidden size={labelled ? 14 : 16} strokeWidth={labelled ? 2 : 1.75} />
      {labelled && "Download"}
    </a>
  );
}
