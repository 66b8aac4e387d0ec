import { FileImage } from "lucide-react";
import type { RecipeFileState } from "./use-recipe-file";

const WORDS = {
  idle: "",
  over: "Drop the picture to restore its recipe",
  reading: "Reading the recipe",
} as const satisfies Record<RecipeFileState, string>;

/** Over the form while a file is held above it or read. The pointer passes through, to the form. */
export function RecipeDrop({ state }: { state: RecipeFileState }) {
  return (
    <div role="status" className="pointer-events-none absolute inset-0 z-20">
      {state !== "idle" && (
        <div className="grid h-full animate-appear place-content-center justify-items-center gap-2 bg-panel/90 p-4">
          <span className="absolute inset-2 rounded-md border-2 border-line-heavy border-dashed" />
          <FileImage aria-hidden size={20} className="text-ink-muted" />
          <p className="text-center font-medium">{WORDS[state]}</p>
        </div>
      )}
    </div>
  );
}
