import { LiveLog } from "@/components/ui/live-log";
import { useReviewCommands } from "./use-review-commands";
import { useReviewNews } from "./use-review-news";

/** Says what visitors do as they do it, and makes what can be done with it known to the palette. */
export function ReviewWatch({ sessionId }: { sessionId: string }) {
  useReviewCommands(sessionId);
  return <LiveLog lines={useReviewNews(sessionId)} />;
}
