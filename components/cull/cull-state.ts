import type { CullItem } from "@/lib/client/studio/cull-source";

/** What a cull decides about a picture. */
export type Flags = { favourite: boolean; rejected: boolean };
/** One decision, as it was before. */
type CullStep = { imageId: string; before: Flags };

export type CullState = {
  /** The picture that is shown, 0-based; the number of pictures at the end. */
  place: number;
  /** Decided here, by picture; all others are as they came. */
  marks: Readonly<Record<string, Flags>>;
  /** Every decision, oldest first: undo goes back to the beginning. */
  steps: readonly CullStep[];
};
export type CullAct = "keep" | "reject" | "next" | "back" | "undo";
/** A decision that the studio has to hear of. */
export type CullDecision = { imageId: string; flags: Flags };

export const CULL_START: CullState = { place: 0, marks: {}, steps: [] };

const KEPT: Flags = { favourite: true, rejected: false };
const REJECTED: Flags = { favourite: false, rejected: true };

/** A picture's marks as they stand. */
export function flagsOf({ marks }: CullState, { image }: CullItem): Flags {
  return marks[image.id] ?? { favourite: image.favourite, rejected: image.rejected };
}

/** What one key does, and what is to be written for it; null for nothing. */
export function cull(
  state: CullState,
  items: readonly CullItem[],
  act: CullAct,
): { state: CullState; mark: CullDecision | null } {
  switch (act) {
    case "keep":
      return decide(state, items, KEPT);
    case "reject":
      return decide(state, items, REJECTED);
    case "next":
      return { state: { ...state, place: Math.min(state.place + 1, items.length) }, mark: null };
    case "back":
      return { state: { ...state, place: Math.max(state.place - 1, 0) }, mark: null };
    case "undo":
      return undo(state, items);
  }
}

function decide(state: CullState, items: readonly CullItem[], flags: Flags) {
  const item = items[state.place];
  if (!item) return { state, mark: null };
  const imageId = item.image.id;
  const steps = [...state.steps, { imageId, before: flagsOf(state, item) }];
  const marks = { ...state.marks, [imageId]: flags };
  return { state: { place: state.place + 1, marks, steps }, mark: { imageId, flags } };
}

/** Whether the picture that undo leads to is among those loaded; true where there is nothing to undo. */
export function isUndoLoaded({ steps }: CullState, items: readonly CullItem[]): boolean {
  const step = steps.at(-1);
  return !step || items.some(({ image }) => image.id === step.imageId);
}

/** Goes back to the picture that was decided last. One that is gone is passed over. */
function undo(state: CullState, items: readonly CullItem[]): { state: CullState; mark: CullDecision | null } {
  const step = state.steps.at(-1);
  if (!step) return { state, mark: null };
  const { imageId, before: flags } = step;
  const steps = state.steps.slice(0, -1);
  const place = items.findIndex(({ image }) => image.id === imageId);
  if (place < 0) return undo({ ...state, steps }, items);
  return { state: { place, steps, marks: { ...state.marks, [imageId]: flags } }, mark: { imageId, flags } };
}

export type CullCounts = { kept: number; rejected: number; undecided: number };

/** How the pictures stand. */
export function countsOf(state: CullState, items: readonly CullItem[]): CullCounts {
  const flags = items.map((item) => flagsOf(state, item));
  const rejected = flags.filter((flag) => flag.rejected).length;
  const kept = flags.filter((flag) => flag.favourite && !flag.rejected).length;
  return { kept, rejected, undecided: items.length - kept - rejected };
}

/** "12 kept, 188 rejected", and those without a decision where there are any. */
export function cullWords({ kept, rejected, undecided }: CullCounts): string {
  const words = `${kept} kept, ${rejected} rejected`;
  return undecided > 0 ? `${words}, ${undecided} undecided` : words;
}
