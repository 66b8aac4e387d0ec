import { Plus } from "lucide-react";
import { useState } from "react";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import { refusalWords } from "@/lib/client/api/refusal-words";
import type { MadeApiToken } from "@/lib/domain/tokens/api-token";
import { CopyLine } from "./copy-line";
import { MadeToken } from "./made-token";
import { TokenForm } from "./token-form";
import { TokenRow } from "./token-row";
import { useTokens } from "./use-tokens";

/** What the section is busy with besides its list. */
type Step = { kind: "new" } | { kind: "made"; made: MadeApiToken } | null;

/** The programs that may ask for pictures, and how one more becomes one of them. */
export function TokenSection() {
  const { data, error, isPending, refetch } = useTokens();
  const [step, setStep] = useState<Step>(null);
  return (
    <SettingsSection
      title="Tokens for programs"
      note="A script, a plug-in or an agent that shows one may generate under the studio's key. Its pictures appear here as they develop."
    >
      {data && (
        <div className="mb-3">
          {data.apiUrl === null ? (
            <p className="text-pretty text-ink-muted">
              Programs are answered on the studio's own machine, or where STUDIO_API_URL leads.
            </p>
          ) : (
            <CopyLine label="Address for programs (base URL)" value={`${data.apiUrl}/v1`} />
          )}
        </div>
      )}
      {step?.kind === "new" && (
        <TokenForm onCancel={() => setStep(null)} onMade={(made) => setStep({ kind: "made", made })} />
      )}
      {step?.kind === "made" && (
        <MadeToken made={step.made} apiUrl={data?.apiUrl ?? null} onDone={() => setStep(null)} />
      )}
      {step === null && (
        <Button icon={Plus} onClick={() => setStep({ kind: "new" })}>
          New token
        </Button>
      )}
      {error && (
        <p role="alert" className="mt-3 flex flex-wrap items-center gap-2">
          {refusalWords(error)}
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {data && data.tokens.length > 0 && (
        <ul aria-label="Tokens" className="mt-4 border-line border-t">
          {data.tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
      {(isPending || data?.tokens.length === 0) && (
        <p className="mt-4 min-h-5 text-ink-faint">{isPending ? "" : "There is none: no program gets in."}</p>
      )}
    </SettingsSection>
  );
}
