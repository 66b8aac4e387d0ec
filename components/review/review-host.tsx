"use client";

import dynamic from "next/dynamic";
import { useReview } from "@/lib/client/review/use-review";
import { useStudio } from "@/lib/client/studio/studio-context";

const ReviewWatch = dynamic(() => import("./review-watch").then(({ ReviewWatch }) => ReviewWatch), {
  ssr: false,
});

/** Watches what visitors do, in sessions that are shared; its code comes with the first share. */
export function ReviewHost() {
  const sessionId = useStudio().gallery.session.id;
  const isShared = useReview(sessionId, ({ shares }) => shares.length > 0);
  return isShared && <ReviewWatch sessionId={sessionId} />;
}
