import dynamic from "next/dynamic";
import { useReview } from "@/lib/client/review/use-review";
import type { Image } from "@/lib/domain/generation/image";
import { useTileContext } from "./tile-context";

const TileReview = dynamic(() => import("./tile-review").then((module) => module.TileReview), { ssr: false });

/** What visitors think of a picture; its code comes with the first who thinks something. */
export function TileReviewHost({ image }: { image: Image }) {
  const { isOffline } = useTileContext();
  const marks = useReview(image.sessionId, (review) => review.marks[image.id]);
  const comments = useReview(image.sessionId, (review) => review.comments[image.id]);
  return (
    (marks ?? comments) && (
      <TileReview marks={marks} comments={comments} isRaised={isOffline || image.rejected} />
    )
  );
}
