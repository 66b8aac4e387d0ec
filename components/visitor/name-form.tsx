import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/lib/client/visitor/send";

type NameFormProps = {
  /** @throws SharedRequestError */
  onName(name: string): Promise<void>;
  onCancel(): void;
};

/** Asks for a name once, when a visitor first says something. There is no account behind it. */
export function NameForm({ onName, onCancel }: NameFormProps) {
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === "") return setError("Give a name first.");
    setIsBusy(true);
    try {
      await onName(name);
    } catch (thrown) {
      setError(refusalOf(thrown));
      setIsBusy(false);
    }
  };
  return (
    <form
      aria-label="Your name"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onCancel();
      }}
    >
      <label htmlFor="visitor-name" className="mb-1 block font-medium">
        Your name
      </label>
      <div className="flex gap-2">
        <input
          id="visitor-name"
          ref={(input) => input?.focus()}
          value={name}
          autoComplete="name"
          aria-describedby="visitor-name-note"
          aria-invalid={error !== null}
          onChange={(event) => setName(event.target.value)}
          className="frame h-11 min-w-0 flex-1 px-3 desk:h-control"
        />
        <Button type="submit" variant="primary" aria-disabled={isBusy}>
          Continue
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <p id="visitor-name-note" className={`mt-1 min-h-5 ${error ? "text-danger" : "text-ink-muted"}`}>
        {error ?? "So that the designer knows whose choice it is. No account."}
      </p>
    </form>
  );
}
