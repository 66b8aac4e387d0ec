import type { QueryClient } from "@tanstack/react-query";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { RequestError, UNREACHABLE } from "@/lib/client/api/request-json";
import { updateImages } from "@/lib/client/api/studio-api";
import { forgetUndo, settled, type UndoEntry, type UndoStep } from "@/lib/client/commands/undo-log";
import { putRows } from "@/lib/client/gallery/gallery-cache";
import { saveSession } from "@/lib/client/gallery/session-cache";

/**
 * Takes an action back. What the studio refuses is forgotten, since it would refuse it again; where
 * the studio is not there it stays to be tried again.
 * @returns what to say
 */
export async function runUndo(queryClient: QueryClient, entry: UndoEntry): Promise<string> {
  await settled(entry);
  try {
    await run(queryClient, entry.step);
    forgetUndo(entry.id);
    return `Undone: ${entry.words}`;
  } catch (thrown) {
    const isGone = thrown instanceof RequestError && thrown.failure.code === UNREACHABLE.code;
    if (!isGone) forgetUndo(entry.id);
    return refusalWords(thrown);
  }
}

async function run(queryClient: QueryClient, step: UndoStep): Promise<void> {
  switch (step.kind) {
    case "images":
      return putRows(queryClient, await updateImages(step.ids, step.change));
    case "session":
      await saveSession(queryClient, step.id, step.change);
  }
}
