import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { tryToken } from "@/lib/client/api/token-api";
import type { MadeApiToken } from "@/lib/domain/tokens/api-token";
import { CopyLine } from "./copy-line";

type MadeTokenProps = {
  made: MadeApiToken;
  /** Where programs are answered; null where this page does not know. */
  apiUrl: string | null;
  onDone(): void;
};

/** The new token, which nobody sees again, and whether it opens the studio. */
export function MadeToken({ made: { token, secret }, apiUrl, onDone }: MadeTokenProps) {
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  const tryIt = async () => {
    setSaid("Asking …");
    const answer = await tryToken(secret);
    setSaid("models" in answer ? `It works: ${answer.models} models can be asked for.` : answer.problem);
  };
  return (
    <div ref={box} className="grid gap-3 rounded-sm border border-accent bg-panel p-3">
      <CopyLine label={`Token of ${token.name}`} value={secret} isMain />
      <p className="text-pretty text-ink-muted">
        Copy it now: it is shown this once, and kept only as a hash. Whoever has it can spend up to its limit.
      </p>
      <p role="status" className="min-h-5 text-pretty">
        {said}
      </p>
      <div className="flex flex-wrap gap-2">
        {apiUrl === window.location.origin && <Button onClick={() => void tryIt()}>Try it</Button>}
        <Button variant="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
