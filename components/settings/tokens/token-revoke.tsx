import { useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { ApiToken } from "@/lib/domain/tokens/api-token";
import { useTokenChange } from "./use-token-change";

/** Asks once more, since a token never comes back. Escape keeps it, and the dialog stays. */
export function TokenRevoke({ token, onDone }: { token: ApiToken; onDone(): void }) {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  const { change, problem, isSending } = useTokenChange(token.id, onDone);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div
      role="alertdialog"
      aria-label={`Revoke ${token.name}`}
      aria-describedby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
      className="mt-2 grid gap-2 rounded-sm border border-line bg-panel p-3"
    >
      <p id={id} className="text-pretty">
        {problem ??
          "Revoke it for good? Whatever uses it is refused from now on. Pictures under way are finished, and all of them stay."}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button ref={keep} size="sm" onClick={onDone}>
          Keep it
        </Button>
        <Button
          size="sm"
          variant="danger"
          aria-disabled={isSending}
          onClick={() => void change({ revoked: true })}
        >
          Revoke for good
        </Button>
      </div>
    </div>
  );
}
