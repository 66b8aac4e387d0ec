import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { tryProviders } from "@/lib/client/api/provider-api";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { useStudio } from "@/lib/client/studio/studio-context";
import { SettingsSection } from "./settings-section";
import { trialsWords } from "./trial-words";

/** Who draws, and whether its key and address are right. */
export function ProviderSection() {
  const { provider } = useStudio();
  const [said, setSaid] = useState("");
  const [isTrying, setIsTrying] = useState(false);
  const tryIt = async () => {
    if (isTrying) return;
    setIsTrying(true);
    setSaid("Asking for models …");
    setSaid(await tryProviders().then(trialsWords, refusalWords));
    setIsTrying(false);
  };
  return (
    <SettingsSection
      title="Provider"
      note="Its key and address stand in the studio's environment or its .env file. The key never leaves the server."
    >
      <div className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1 rounded-sm border border-line px-3 py-2">
        <span className="min-w-0 flex-1 truncate font-medium">{provider.label}</span>
        {provider.isOffline && <Badge>No key</Badge>}
        <Button size="sm" aria-disabled={isTrying} onClick={() => void tryIt()}>
          Try it
        </Button>
      </div>
      <p role="status" className="mt-1 min-h-5 text-pretty whitespace-pre-line text-caption text-ink-muted">
        {said || "Trying it asks for its list of models, which costs nothing."}
      </p>
    </SettingsSection>
  );
}
