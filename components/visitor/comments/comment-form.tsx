import { MapPin, X } from "lucide-react";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { refusalOf } from "@/lib/client/visitor/send";
import type { Feedback } from "@/lib/client/visitor/use-feedback";
import { COMMENT_CHARS_MAX } from "@/lib/domain/limits";
import type { DraftControl } from "./use-comment-draft";

/** The counter is shown once so many characters are left. */
const NEAR_THE_LIMIT = 200;
/** A pin begins in the middle, from where a click or the arrow keys take it to its place. */
const CENTRE = { x: 0.5, y: 0.5 };

type CommentFormProps = {
  imageId: string;
  draft: DraftControl;
  feedback: Feedback;
  /** Null asks for it along with the first comment. */
  visitorName: string | null;
  /** Whom the draft answers. */
  answered: string | null;
};

/** Where a comment is written. What was typed stays until it has been taken. */
export function CommentForm({ imageId, draft, feedback, visitorName, answered }: CommentFormProps) {
  const id = useId();
  const { text, pin, parentId } = draft.draft;
  const nameRef = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const left = COMMENT_CHARS_MAX - text.trim().length;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const lacking = visitorName === null && name.trim() === "" ? "Give a name first." : null;
    const problem = lacking ?? (text.trim() === "" ? "Write something first." : null);
    if (isBusy || left < 0) return;
    if (problem) {
      (lacking ? nameRef : draft.textRef).current?.focus();
      return setError(problem);
    }
    setIsBusy(true);
    setError(null);
    try {
      if (visitorName === null) await feedback.giveName(name);
      await feedback.comment({ imageId, text, pin, parentId });
      draft.clear();
    } catch (thrown) {
      setError(refusalOf(thrown));
    }
    setIsBusy(false);
  };
  const counted = left < 0 ? `${-left} too many` : `${left} left`;
  return (
    <form
      aria-label="New comment"
      onSubmit={submit}
      className="border-line border-t p-4 pb-[max(12px,env(safe-area-inset-bottom))]"
    >
      {visitorName === null && (
        <div className="mb-2">
          <label htmlFor={`${id}-name`} className="mb-1 block font-medium">
            Your name
          </label>
          <input
            ref={nameRef}
            id={`${id}-name`}
            value={name}
            autoComplete="name"
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              setName(event.target.value);
              setError(null);
            }}
            className="frame h-11 w-full px-3 desk:h-control"
          />
        </div>
      )}
      <div className="mb-1 flex items-center justify-between gap-2">
        <label htmlFor={`${id}-text`} className="font-medium">
          Comment
        </label>
        {answered !== null && (
          <p className="flex min-w-0 items-center text-caption text-ink-muted">
            <span className="truncate">
              answers <bdi>{answered}</bdi>
            </span>
            <IconButton icon={X} label="No answer" tooltipAlign="end" onClick={() => draft.answer(null)} />
          </p>
        )}
      </div>
      <textarea
        id={`${id}-text`}
        ref={draft.textRef}
        value={text}
        rows={3}
        dir="auto"
        aria-describedby={`${id}-note`}
        aria-invalid={left < 0}
        onChange={(event) => {
          draft.setText(event.target.value);
          setError(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
            event.currentTarget.form?.requestSubmit();
        }}
        className="frame block w-full resize-none px-3 py-2"
      />
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={`mt-1 min-h-5 ${error || left < 0 ? "text-danger" : "text-ink-muted"}`}
      >
        {error ?? (left <= NEAR_THE_LIMIT ? counted : pin ? "Press the picture, or use the arrow keys." : "")}
      </p>
      <div className="mt-1 flex justify-between gap-2">
        <Button
          variant="quiet"
          icon={MapPin}
          aria-pressed={pin !== null}
          className="aria-pressed:text-ink"
          onClick={() => draft.setPin(pin ? null : CENTRE)}
        >
          {pin ? "Remove pin" : "Add a pin"}
        </Button>
        <Button type="submit" variant="primary" aria-disabled={isBusy || left < 0}>
          Post comment
        </Button>
      </div>
    </form>
  );
}
