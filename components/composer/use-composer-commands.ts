import { pickFile } from "@/lib/client/browser/pick-file";
import { useCommand } from "@/lib/client/commands/command-registry";
import { COMMAND_KEYS } from "@/lib/client/keys/keys";
import { useArrival } from "@/lib/client/studio/arrival";

type ComposerCommands = {
  /** Whether the form is there and nothing is on its way. */
  isReady: boolean;
  submit(): void;
  focusPrompt(): void;
  readRecipe(file: File): void;
};

/** What the composer does, from wherever the focus is. */
export function useComposerCommands({ isReady, submit, focusPrompt, readRecipe }: ComposerCommands) {
  useArrival("prompt", isReady, focusPrompt);
  useCommand({
    id: "generate",
    group: "Create",
    label: "Generate",
    keys: COMMAND_KEYS.generate,
    isEnabled: () => isReady,
    run: submit,
  });
  useCommand({
    id: "prompt",
    group: "Create",
    label: "Write the prompt",
    keys: COMMAND_KEYS.prompt,
    words: "focus edit text",
    run: focusPrompt,
  });
  useCommand({
    id: "recipe-from-file",
    group: "Create",
    label: "Restore recipe from a file…",
    words: "picture image open import embedded",
    run: () => pickFile("image/*", readRecipe),
  });
}
