import { createStore, useStoreValue } from "@/lib/client/store/create-store";

/** The pictures that a round iterates from, one after the other. */
const rounds = createStore<readonly string[]>([]);
const NONE: readonly string[] = [];

export function startRound(imageIds: readonly string[]): void {
  rounds.set(imageIds);
}

export function endRound(): void {
  rounds.set(NONE);
}

/** A picture that is gone is none to iterate from. */
export function leaveOut(imageId: string): void {
  rounds.set(rounds.get().filter((id) => id !== imageId));
}

export function getRound(): readonly string[] {
  return rounds.get();
}

export function useRound(): readonly string[] {
  return useStoreValue(rounds);
}

/** Whether a picture is one of the round: it stays the parent until the next is chosen. */
export function isInRound(imageId: string | null): boolean {
  return imageId !== null && rounds.get().includes(imageId);
}
