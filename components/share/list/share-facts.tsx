import { LocalTime } from "@/components/ui/local-time";
import type { Share } from "@/lib/domain/share/share";
import { countWords } from "@/lib/domain/text/count-words";

/** Where a share comes from, and what visitors did with it. */
export function ShareFacts({ share }: { share: Share }) {
  const { sessionTitle, views, lastSeenAt, pickCount, commentCount, revokedAt, url } = share;
  return (
    <>
      <p className="truncate text-caption text-ink-muted">
        <bdi>{sessionTitle}</bdi>, shared <LocalTime iso={share.createdAt} />
      </p>
      <p className="flex flex-wrap gap-x-3 text-caption text-ink-muted">
        <span>{countWords(views, "view")}</span>
        {lastSeenAt !== null && (
          <span>
            last seen <LocalTime iso={lastSeenAt} />
          </span>
        )}
        <span>{countWords(pickCount, "pick")}</span>
        <span>{countWords(commentCount, "comment")}</span>
      </p>
      {url === null && revokedAt === null && (
        <p className="text-pretty text-caption text-ink-muted">
          This link was made with another secret of the studio: it works, but cannot be shown again.
        </p>
      )}
    </>
  );
}
