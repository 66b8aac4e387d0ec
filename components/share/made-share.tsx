import { Check, Copy, ExternalLink } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { copyText } from "@/lib/client/browser/copy-text";
import type { Share } from "@/lib/domain/share/share";
import { scopeWords, shareStateOf, termsOf } from "./share-words";

const ID = "share-link";

type MadeShareProps = { share: Share; onList(): void; onClose(): void };

/** The link, ready to be sent, and what it opens. */
export function MadeShare({ share, onList, onClose }: MadeShareProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("The link is ready.");
  const url = share.url ?? "";
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const copy = async () => {
    const isCopied = await copyText(url, field.current);
    setSaid(isCopied ? "Copied." : "The browser did not allow it. Copy the selected link by hand.");
  };
  return (
    <>
      <div className="grid gap-4 p-4">
        <div>
          <label htmlFor={ID} className="mb-1 block font-medium">
            Link to “<bdi>{share.title}</bdi>”
          </label>
          <div className="flex flex-wrap gap-2">
            <input
              ref={field}
              id={ID}
              type="text"
              readOnly
              value={url}
              onFocus={(event) => event.currentTarget.select()}
              className="frame h-control min-w-48 flex-1 px-2 text-ink"
            />
            <Button variant="primary" icon={Copy} onClick={() => void copy()}>
              Copy
            </Button>
            <OpenLink url={url} />
          </div>
          <p aria-hidden className="mt-1 min-h-4 text-caption text-ink-muted">
            {said}
          </p>
          <LiveRegion>{said}</LiveRegion>
        </div>
        <ul aria-label="What the link opens" className="grid gap-1 text-ink-muted">
          {[scopeWords(share.scope), shareStateOf(share, new Date()).words, ...termsOf(share)].map(
            (words) => (
              <li key={words} className="flex items-center gap-2">
                <Check aria-hidden size={13} className="shrink-0 text-ink-faint" />
                {words}
              </li>
            ),
          )}
        </ul>
      </div>
      <div className="flex items-center justify-between gap-2 border-line border-t px-4 py-3 max-desk:pb-[max(12px,env(safe-area-inset-bottom))]">
        <Button variant="quiet" onClick={onList} className="-ml-3">
          All shared galleries
        </Button>
        <Button onClick={onClose}>Done</Button>
      </div>
    </>
  );
}

function OpenLink({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      className="inline-flex h-control items-center gap-1.5 rounded-sm border border-line-strong bg-field px-3 font-medium hover:border-line-heavy hover:bg-hover"
    >
      <ExternalLink aria-hidden size={14} />
      Open
    </a>
  );
}
