"use client";

import dynamic from "next/dynamic";
import { useReview } from "@/lib/client/review/use-review";
import { useStudio } from "@/lib/client/studio/studio-context";

const load = () => import("./review-panel").then(({ ReviewPanel }) => ReviewPanel);
const ReviewPanel = dynamic(load, { ssr: false });
const CommentPins = dynamic(() => import("./comment-pins").then(({ CommentPins }) => CommentPins), {
  ssr: false,
});

/** What visitors said about the open picture; nothing where they said nothing. */
export function PictureReview() {
  const { openImageId, gallery } = useStudio();
  const imageId = openImageId ?? "";
  const sessionId = gallery.session.id;
  const marks = useReview(sessionId, (review) => review.marks[imageId]);
  const comments = useReview(sessionId, (review) => review.comments[imageId]);
  return (
    (marks ?? comments) && (
      <ReviewPanel key={imageId} sessionId={sessionId} marks={marks} comments={comments} />
    )
  );
}

/** Where in the open picture they said it. */
export function PicturePins() {
  const { openImageId, gallery } = useStudio();
  const comments = useReview(gallery.session.id, (review) => review.comments[openImageId ?? ""]);
  return comments && <CommentPins comments={comments} />;
}
