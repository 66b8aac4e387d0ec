import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { RequestError } from "@/lib/client/api/request-json";
import { createReply } from "@/lib/client/api/review-api";
import { tellReview } from "@/lib/client/review/review-query";

type ReplyFormProps = { sessionId: string; commentId: string; onClose(): void };

/** An answer to a comment, which visitors of the share read. Nothing typed is lost when it is refused. */
export function ReplyForm({ sessionId, commentId, onClose }: ReplyFormProps) {
  const queryClient = useQueryClient();
  const id = useId();
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const send = async () => {
    if (isSending) return;
    setIsSending(true);
    try {
      const comment = await createReply(commentId, text);
      await tellReview(queryClient, sessionId, { type: "comment-changed", comment });
      onClose();
    } catch (thrown) {
      const field = thrown instanceof RequestError ? thrown.fields[0] : undefined;
      setProblem(field?.message ?? refusalWords(thrown));
      setIsSending(false);
    }
  };
  return (
    <form
      aria-label="Reply"
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button whose place it takes.
        autoFocus
        rows={2}
        dir="auto"
        aria-label="Your reply"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey))
            event.currentTarget.form?.requestSubmit();
          else if (event.key === "Escape") onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
        className="frame field-sizing-content max-h-[10lh] min-h-[3lh] w-full resize-none px-2 py-1 text-ink"
      />
      {problem !== null && (
        <p id={id} role="alert" className="text-caption text-danger">
          {problem}
        </p>
      )}
      <div className="flex gap-2">
        <Button type="submit" size="sm" aria-disabled={isSending}>
          Send reply
        </Button>
        <Button variant="quiet" size="sm" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
