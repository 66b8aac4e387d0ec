import { type RefObject, useRef, useState } from "react";
import { useFocusWrong } from "@/components/ui/focus";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { RequestError } from "@/lib/client/api/request-json";
import type { Share } from "@/lib/domain/share/share";
import { isDateMissing, type ShareDraft } from "./share-draft";

const FIELDS = ["title", "imageIds", "mode", "expiresAt", "password"] as const;
export type ShareField = (typeof FIELDS)[number];
type Problems = Partial<Record<ShareField, string>>;

export type ShareForm = {
  element: RefObject<HTMLFormElement | null>;
  draft: ShareDraft;
  change(change: Partial<ShareDraft>): void;
  /** By field, and what belongs to none. */
  problems: Problems;
  refusal: string | null;
  isSending: boolean;
  submit(): void;
};

/**
 * The form of a share. What the studio refuses stands at its field and takes the focus; nothing that
 * was typed is lost.
 */
export function useShareForm(
  start: ShareDraft,
  send: (draft: ShareDraft) => Promise<Share | null>,
  onDone: (share: Share | null) => void,
): ShareForm {
  const element = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(start);
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const focusWrong = useFocusWrong(element);

  const show = (found: Problems, words: string | null) => {
    if (Object.keys(found).length > 0) focusWrong();
    setProblems(found);
    setRefusal(words);
  };
  const submit = async () => {
    if (isSending) return;
    if (isDateMissing(draft)) return show({ expiresAt: "Choose the last day." }, null);
    show({}, null);
    setIsSending(true);
    try {
      onDone(await send(draft));
    } catch (thrown) {
      const found = problemsOf(thrown);
      show(found, Object.keys(found).length > 0 ? null : refusalWords(thrown));
    } finally {
      setIsSending(false);
    }
  };
  return {
    element,
    draft,
    problems,
    refusal,
    isSending,
    change(change) {
      setDraft((known) => ({ ...known, ...change }));
      setProblems({});
      setRefusal(null);
    },
    submit: () => void submit(),
  };
}

function problemsOf(thrown: unknown): Problems {
  const fields = thrown instanceof RequestError ? thrown.fields : [];
  return Object.fromEntries(
    FIELDS.flatMap((name) => {
      const problem = fields.find(({ field }) => field === name || field.startsWith(`${name}.`));
      return problem ? [[name, problem.message]] : [];
    }),
  );
}
