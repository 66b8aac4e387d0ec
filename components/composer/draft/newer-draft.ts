import type { Draft } from "@/lib/domain/generation/draft";

/** What the form starts from, and whether the server has it, too. */
export type KnownDraft = { draft: Draft | null; isOnServer: boolean };

/** Of the copies in this browser and on the server the one that was kept last; without a time it is the older. */
export function newerDraft(local: Draft | null, server: Draft | null): KnownDraft {
  const isLocalNewer = local !== null && (server === null || timeOf(local) > timeOf(server));
  return isLocalNewer ? { draft: local, isOnServer: false } : { draft: server, isOnServer: true };
}

function timeOf({ savedAt }: Draft): number {
  return savedAt === undefined ? 0 : Date.parse(savedAt);
}
