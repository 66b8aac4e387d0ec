import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { makeToken } from "@/lib/client/api/token-api";
import { useGallery } from "@/lib/client/gallery/use-gallery";
import { parseLimit } from "@/lib/client/words/parse-limit";
import { NAME_CHARS_MAX } from "@/lib/domain/limits";
import type { MadeApiToken } from "@/lib/domain/tokens/api-token";
import { TOKENS_KEY } from "./use-tokens";

type Problems = { name?: string; limit?: string };

/** A new token: what it is called, what it may spend, and where its pictures go. */
export function TokenForm({ onCancel, onMade }: { onCancel(): void; onMade(made: MadeApiToken): void }) {
  const queryClient = useQueryClient();
  const { session } = useGallery();
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [limit, setLimit] = useState("");
  const [sessionId, setSessionId] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const [isSending, setIsSending] = useState(false);
  useEffect(() => nameField.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const parsed = parseLimit(limit);
    if ("problem" in parsed) return setProblems({ limit: parsed.problem });
    if (name.trim() === "") return setProblems({ name: "Give it a name, to know it by later." });
    setProblems({});
    setIsSending(true);
    try {
      const made = await makeToken({ name, monthlyLimitUsd: parsed.limitUsd, sessionId: sessionId || null });
      void queryClient.invalidateQueries({ queryKey: TOKENS_KEY });
      onMade(made);
    } catch (thrown) {
      setProblems({ name: refusalWords(thrown) });
      setIsSending(false);
    }
  };
  return (
    <form
      aria-label="New token"
      noValidate
      onSubmit={(event) => void submit(event)}
      className="grid gap-2 rounded-sm border border-line bg-panel p-3"
    >
      <Field label="Name" note="Who asks: “Figma plug-in”, “Nightly script”." error={problems.name}>
        {(wiring) => (
          <input
            {...wiring}
            ref={nameField}
            type="text"
            autoComplete="off"
            maxLength={NAME_CHARS_MAX}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            className="frame h-control w-full px-2 text-ink"
          />
        )}
      </Field>
      <div className="grid gap-x-3 gap-y-2 desk:grid-cols-2">
        <Field label="Limit a month, in dollars" note="Empty for none." error={problems.limit}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              placeholder="None"
              value={limit}
              onChange={(event) => setLimit(event.currentTarget.value)}
              className="frame h-control w-full px-2 text-ink"
            />
          )}
        </Field>
        <Field label="Its pictures go to">
          {(wiring) => (
            <Select
              {...wiring}
              value={sessionId}
              onChange={(event) => setSessionId(event.currentTarget.value)}
            >
              <option value="">From programs</option>
              <option value={session.id}>{session.title}</option>
            </Select>
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" aria-disabled={isSending}>
          Make token
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
