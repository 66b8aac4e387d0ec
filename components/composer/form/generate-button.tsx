import { Button } from "@/components/ui/button";
import { COMMAND_KEYS, shortcutsOf } from "@/lib/client/keys/keys";

/**
 * Submits. While a submit is on its way it says so and does nothing, but keeps the focus; pictures
 * that develop do not hold it back. The second click of a double click is no second wish.
 */
export function GenerateButton({ isReady, isSending }: { isReady: boolean; isSending: boolean }) {
  return (
    <Button
      type="submit"
      variant="primary"
      disabled={!isReady}
      aria-disabled={isSending}
      aria-keyshortcuts={shortcutsOf({ shown: [COMMAND_KEYS.generate] })}
      title="Cmd or Ctrl + Enter"
      onClick={(event) => (event.detail > 1 || isSending) && event.preventDefault()}
      className="min-w-28 disabled:opacity-100"
    >
      Generate
    </Button>
  );
}
