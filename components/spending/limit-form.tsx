import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { setMonthlyLimit } from "@/lib/client/api/spending-api";
import { parseLimit } from "@/lib/client/words/parse-limit";
import type { Spending } from "@/lib/domain/money/spending";
import { limitWords } from "./limit-words";

/** The person's own monthly limit. An empty field is none; the environment's holds all the same. */
export function LimitForm({ spending }: { spending: Spending }) {
  const queryClient = useQueryClient();
  const [text, setText] = useState(spending.ownLimitUsd?.toString() ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);

  const save = async () => {
    const parsed = parseLimit(text);
    if ("problem" in parsed) return setProblem(parsed.problem);
    try {
      queryClient.setQueryData(["spending"], await setMonthlyLimit(parsed.limitUsd));
      setIsSaved(true);
    } catch (thrown) {
      setProblem(refusalWords(thrown));
    }
  };
  return (
    <form
      aria-label="Monthly limit"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label="My limit for a month, in dollars"
        note="Empty for none. Nothing is sent that would go beyond it."
        error={problem}
      >
        {(wiring) => (
          <div className="flex gap-2">
            <input
              {...wiring}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              placeholder="None"
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setProblem(null);
                setIsSaved(false);
              }}
              className="frame h-control w-32 px-2 text-ink"
            />
            <Button type="submit">Save limit</Button>
          </div>
        )}
      </Field>
      <p role="status" className="mt-2 min-h-5 text-pretty">
        {isSaved && <span className="text-ink-muted">Saved. </span>}
        {limitWords(spending)}
      </p>
    </form>
  );
}
