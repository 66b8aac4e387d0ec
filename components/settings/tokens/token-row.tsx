import { Ban, Pencil } from "lucide-react";
import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";
import { LocalTime } from "@/components/ui/local-time";
import type { ApiToken } from "@/lib/domain/tokens/api-token";
import { TokenLimit } from "./token-limit";
import { TokenRevoke } from "./token-revoke";
import { placeWords, spentWords } from "./token-words";

type Asked = "limit" | "revoke" | null;

/** One token: who has it, what it spent, when it was used last, and what can be done about it. */
export function TokenRow({ token }: { token: ApiToken }) {
  const [asked, setAsked] = useState<Asked>(null);
  const row = useRef<HTMLLIElement>(null);
  const isRevoked = token.revokedAt !== null;
  const close = () => {
    setAsked(null);
    row.current?.focus();
  };
  return (
    <li ref={row} tabIndex={-1} className="border-line border-b py-2.5 outline-none">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
            <bdi className={`max-w-full truncate font-medium ${isRevoked ? "text-ink-muted" : ""}`}>
              {token.name}
            </bdi>
            <code className="font-sans text-caption text-ink-faint">{token.prefix}…</code>
            {isRevoked && <Badge tone="danger">Revoked</Badge>}
          </p>
          <p className="flex flex-wrap gap-x-3 text-caption text-ink-muted">
            <span>{spentWords(token)}</span>
            <span>
              {token.lastUsedAt === null ? (
                "never used"
              ) : (
                <>
                  last used <LocalTime iso={token.lastUsedAt} />
                </>
              )}
            </span>
            <span className="max-w-full truncate">{placeWords(token)}</span>
          </p>
        </div>
        {!isRevoked && (
          <div className="-mr-1.5 flex shrink-0">
            <IconButton
              icon={Pencil}
              label={`Limit of ${token.name}`}
              tooltipAlign="end"
              onClick={() => setAsked("limit")}
            />
            <IconButton
              icon={Ban}
              label={`Revoke ${token.name}`}
              tooltipAlign="end"
              onClick={() => setAsked("revoke")}
            />
          </div>
        )}
      </div>
      {asked === "limit" && <TokenLimit token={token} onDone={close} />}
      {asked === "revoke" && <TokenRevoke token={token} onDone={close} />}
    </li>
  );
}
