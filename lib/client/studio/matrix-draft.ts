import type { MatrixRecipe } from "@/lib/domain/matrix/matrix-cell-plan";

/** A recipe with braces on its way to the plan of its variations. */
export type MatrixDraft = {
  sessionId: string;
  parentImageId: string | null;
  template: string;
  base: MatrixRecipe;
  /** Sends the text as one prompt, braces and all. */
  sendAsWritten(): void;
  /** The variations are on their way. */
  onSent(): void;
};
