import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { parseLimit } from "@/lib/client/words/parse-limit";
import type { ApiToken } from "@/lib/domain/tokens/api-token";
import { useTokenChange } from "./use-token-change";

/** Another limit for a token. */
export function TokenLimit({ token, onDone }: { token: ApiToken; onDone(): void }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(token.monthlyLimitUsd?.toString() ?? "");
  const { change, problem, setProblem, isSending } = useTokenChange(token.id, onDone);
  useEffect(() => field.current?.select(), []);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseLimit(text);
    if ("problem" in parsed) setProblem(parsed.problem);
    else void change({ monthlyLimitUsd: parsed.limitUsd });
  };
  return (
    <form aria-label={`Limit of ${token.name}`} noValidate onSubmit={save} className="mt-2">
      <Field label="Limit a month, in dollars" note="Empty for none." error={problem}>
        {(wiring) => (
          <div className="flex flex-wrap gap-2">
            <input
              {...wiring}
              ref={field}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              placeholder="None"
              value={text}
              onChange={(event) => {
                setText(event.currentTarget.value);
                setProblem(null);
              }}
              className="frame h-control w-32 px-2 text-ink"
            />
            <Button type="submit" aria-disabled={isSending}>
              Save limit
            </Button>
            <Button variant="quiet" onClick={onDone}>
              Cancel
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
