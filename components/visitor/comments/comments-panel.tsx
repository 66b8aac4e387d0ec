"use client";

import { X } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "@/components/ui/icon-button";
import styles from "@/components/visitor/light-table/light-table.module.css";
import type { Feedback } from "@/lib/client/visitor/use-feedback";
import type { Thread } from "@/lib/domain/share/threads";
import type { SharedComment } from "@/lib/domain/share/visitor-gallery";
import { CommentForm } from "./comment-form";
import { CommentItem } from "./comment-item";
import type { DraftControl } from "./use-comment-draft";

type CommentsPanelProps = {
  imageId: string;
  threads: readonly Thread<SharedComment>[];
  draft: DraftControl;
  feedback: Feedback;
  visitorName: string | null;
  selectedId: string | null;
  onSelect(id: string): void;
  onClose(): void;
};

/** What has been said about the open picture, and a place to say more. */
export function CommentsPanel(props: CommentsPanelProps) {
  const { imageId, threads, draft, feedback, visitorName, selectedId, onSelect, onClose } = props;
  const { focusText } = draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the panel opens.
  useEffect(() => focusText(), []);
  const answered = threads.find(({ comment }) => comment.id === draft.draft.parentId)?.comment;
  return (
    <section aria-label="Comments" className={styles.panel}>
      <div className="flex h-12 shrink-0 items-center justify-between pr-1.5 pl-4">
        <h2 className="font-medium">Comments</h2>
        <IconButton
          icon={X}
          label="Close comments"
          tooltipSide="bottom"
          tooltipAlign="end"
          onClick={onClose}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        {threads.length === 0 ? (
          <p className="px-4 text-ink-muted">Nothing yet.</p>
        ) : (
          <ul>
            {threads.map((thread) => (
              <CommentItem
                key={thread.comment.id}
                thread={thread}
                isSelected={thread.comment.id === selectedId}
                onSelect={onSelect}
                onAnswer={() => {
                  draft.answer(thread.comment.id);
                  draft.focusText();
                }}
                onDelete={feedback.removeComment}
              />
            ))}
          </ul>
        )}
      </div>
      <CommentForm
        imageId={imageId}
        draft={draft}
        feedback={feedback}
        visitorName={visitorName}
        answered={answered ? (answered.isMine ? "you" : (answered.author ?? "the designer")) : null}
      />
    </section>
  );
}
