import "server-only";
import type { ShareRow } from "@/lib/server/schema/share-tables";
import type { Services } from "@/lib/server/services";
import { openShareFeed, type ShareFeed } from "./share-feed";

/** By studio, which has one set of streams, then by share. */
const feeds = new WeakMap<Services["streams"], Map<string, ShareFeed>>();

/** The feed of a share in this process; the first who asks opens it. */
export function feedOf(
  services: Pick<Services, "database" | "watchers" | "streams">,
  share: ShareRow,
): ShareFeed {
  const byShare = feeds.get(services.streams) ?? new Map<string, ShareFeed>();
  feeds.set(services.streams, byShare);
  const existing = byShare.get(share.id);
  if (existing) return existing;
  const feed = openShareFeed(services, share, () => {
    if (byShare.get(share.id) === feed) byShare.delete(share.id);
  });
  byShare.set(share.id, feed);
  return feed;
}
