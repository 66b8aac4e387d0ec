import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { ShareDraft } from "./share-draft";
import { suggestPassword } from "./suggest-password";

type PasswordFieldProps = {
  draft: ShareDraft;
  /** Whether the share asks for one now. Nobody can read it again. */
  hasPassword: boolean;
  error: string | undefined;
  onChange(change: Partial<ShareDraft>): void;
};

/** A password that visitors have to know beside the link; an empty field is none, or the one there is. */
export function PasswordField({ draft, hasPassword, error, onChange }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  const { password, dropsPassword } = draft;
  const note = hasPassword
    ? "Empty keeps the password there is. Another one asks everyone again."
    : "Optional. Send it apart from the link.";
  return (
    <Field label="Password" note={dropsPassword ? "It will be taken away." : note} error={error}>
      {(wiring) => (
        <div className="flex gap-2">
          <div data-focus-frame data-invalid={error !== undefined} className="frame flex min-w-0 flex-1">
            <input
              {...wiring}
              type={isShown ? "text" : "password"}
              autoComplete="new-password"
              spellCheck={false}
              placeholder={hasPassword ? "Unchanged" : "None"}
              value={password}
              disabled={dropsPassword}
              onChange={(event) => onChange({ password: event.currentTarget.value })}
              className="h-[calc(var(--spacing-control)-2px)] min-w-0 flex-1 bg-transparent px-2 text-ink outline-none"
            />
            <IconButton
              icon={isShown ? EyeOff : Eye}
              label="Show password"
              aria-pressed={isShown}
              disabled={dropsPassword}
              onClick={() => setIsShown(!isShown)}
              className="my-auto mr-0.5 max-desk:h-10"
            />
          </div>
          {hasPassword ? (
            <Button
              aria-pressed={dropsPassword}
              onClick={() => onChange({ dropsPassword: !dropsPassword, password: "" })}
            >
              {dropsPassword ? "Keep it" : "Take away"}
            </Button>
          ) : (
            <Button
              onClick={() => {
                setIsShown(true);
                onChange({ password: suggestPassword() });
              }}
            >
              Suggest
            </Button>
          )}
        </div>
      )}
    </Field>
  );
}
