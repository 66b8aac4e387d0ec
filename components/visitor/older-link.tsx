import { useState } from "react";
import { pictureHref } from "@/lib/client/visitor/picture-href";
import { refusalOf, send } from "@/lib/client/visitor/send";
import type { SharedGallery } from "@/lib/domain/share/visitor-gallery";

type OlderLinkProps = { token: string; cursor: string; onLoaded(gallery: SharedGallery): void };

/** Leads to the older pictures; with a script it brings them here. */
export function OlderLink({ token, cursor, onLoaded }: OlderLinkProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const load = async () => {
    if (isBusy) return;
    setIsBusy(true);
    setError(null);
    try {
      onLoaded(await send<SharedGallery>(`/g/${token}/gallery?${new URLSearchParams({ before: cursor })}`));
    } catch (thrown) {
      setError(refusalOf(thrown));
    }
    setIsBusy(false);
  };
  return (
    <div className="flex flex-col items-center py-6">
      <a
        href={pictureHref(cursor, null)}
        aria-busy={isBusy}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void load();
        }}
        className="inline-flex h-11 items-center rounded-sm border border-line-strong bg-field px-4 font-medium hover:border-line-heavy hover:bg-hover"
      >
        Older pictures
      </a>
      <p role="alert" className="mt-1 min-h-5 text-danger">
        {error}
      </p>
    </div>
  );
}
