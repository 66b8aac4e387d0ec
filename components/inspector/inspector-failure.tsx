import { billedWords } from "@/lib/domain/errors/failure";
import type { Image } from "@/lib/domain/generation/image";
import { STATE_WORDS } from "@/lib/domain/generation/state-words";

/** Why a picture did not come, in full: what happened, was it billed, what to do. */
export function InspectorFailure({ image }: { image: Image }) {
  switch (image.state) {
    case "waiting":
    case "developing":
    case "completed":
      return null;
    case "failed":
    case "cancelled":
    case "unknown":
      return (
        <div className="grid gap-1 rounded-sm border border-line bg-raised p-3">
          <h3 className={`font-semibold ${image.state === "failed" ? "text-danger" : ""}`}>
            {STATE_WORDS[image.state]}
          </h3>
          <p>{image.failure.message}</p>
          <p className="text-ink-muted">
            {billedWords(image.failure)} {image.failure.todo}
          </p>
          {image.preview !== null && (
            <p className="text-ink-muted">The picture above is the last preview, not a final.</p>
          )}
          {image.originalUrl !== null && (
            <a href={image.originalUrl} download className="underline underline-offset-3">
              Download what was received
            </a>
          )}
        </div>
      );
  }
}
