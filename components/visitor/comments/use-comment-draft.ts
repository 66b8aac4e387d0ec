import { type RefObject, useRef, useState } from "react";
import {
  type CommentDraft,
  EMPTY_DRAFT,
  readCommentDraft,
  writeCommentDraft,
} from "@/lib/client/visitor/comment-draft";
import type { Pin } from "@/lib/domain/share/review";

export type DraftControl = {
  draft: CommentDraft;
  setText(text: string): void;
  setPin(pin: Pin | null): void;
  answer(parentId: string | null): void;
  clear(): void;
  focusText(): void;
  textRef: RefObject<HTMLTextAreaElement | null>;
};

type Drafts = Readonly<Record<string, CommentDraft>>;

/** What is being written about a picture: kept for this tab, so that neither paging nor a reload loses it. */
export function useCommentDraft(imageId: string): DraftControl {
  const [drafts, setDrafts] = useState<Drafts>({});
  const textRef = useRef<HTMLTextAreaElement>(null);
  // There is no storage on the server, and nothing of a draft is shown in the first render.
  const draft = drafts[imageId] ?? (typeof window === "undefined" ? EMPTY_DRAFT : readCommentDraft(imageId));
  const set = (next: CommentDraft) => {
    setDrafts((drafts) => ({ ...drafts, [imageId]: next }));
    writeCommentDraft(imageId, next);
  };
  return {
    draft,
    setText: (text) => set({ ...draft, text }),
    setPin: (pin) => set({ ...draft, pin, parentId: null }),
    answer: (parentId) => set({ ...draft, parentId, pin: null }),
    clear: () => set(EMPTY_DRAFT),
    focusText: () => textRef.current?.focus(),
    textRef,
  };
}
