import { useQueryClient } from "@tanstack/react-query";
import { showToast } from "@/components/ui/toast-store";
import { useCommand } from "@/lib/client/commands/command-registry";
import { lastUndo } from "@/lib/client/commands/undo-log";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import { useStudio } from "@/lib/client/studio/studio-context";
import { useOpenSession } from "@/lib/client/studio/use-open-session";

/** Takes back the last action of the session, also one from before a reload. A text field keeps its own undo. */
export function useUndoCommand() {
  const { gallery } = useStudio();
  const queryClient = useQueryClient();
  const open = useOpenSession();
  const sessionId = gallery.session.id;
  useCommand({
    id: "undo",
    group: "Studio",
    label: "Undo the last change",
    keys: COMMAND_KEYS.undo,
    words: "restore back",
    isEnabled: () => !isTyping() && lastUndo(sessionId) !== null,
    run() {
      const entry = lastUndo(sessionId);
      if (!entry) return;
      const { step } = entry;
      const isElsewhere = step.kind === "session" && step.id !== sessionId && step.change.deleted === false;
      import("@/components/palette/run-undo")
        .then(({ runUndo }) => runUndo(queryClient, entry))
        .then(
          (words) => showToast(words, isElsewhere ? { label: "Open", run: () => open(step.id) } : null),
          () => showToast("That did not work. Try again."),
        );
    },
  });
}

/** The palette's own field is no text that one would want to undo. */
function isTyping(): boolean {
  const { activeElement } = document;
  return activeElement?.matches(TYPING) === true && !activeElement.closest("dialog");
}

const TYPING = "textarea, input:not([type=range], [type=checkbox], [type=radio]), [contenteditable]";
