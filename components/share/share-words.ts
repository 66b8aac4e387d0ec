import type { Share, ShareScope } from "@/lib/domain/share/share";
import { countWords } from "@/lib/domain/text/count-words";

export type ShareState = { words: string; tone: "neutral" | "live" | "danger"; isOver: boolean };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What a visitor meets at the link now. */
export function shareStateOf({ revokedAt, expiresAt }: Share, now: Date): ShareState {
  if (revokedAt !== null) return { words: "Revoked", tone: "danger", isOver: true };
  if (expiresAt === null) return { words: "Open", tone: "neutral", isOver: false };
  const leftMs = new Date(expiresAt).getTime() - now.getTime();
  if (leftMs <= 0) return { words: "Ended", tone: "danger", isOver: true };
  return { words: `Ends in ${leftWords(leftMs)}`, tone: leftMs < DAY_MS ? "live" : "neutral", isOver: false };
}

function leftWords(leftMs: number): string {
  if (leftMs < HOUR_MS) return "less than an hour";
  if (leftMs < 2 * DAY_MS) return countWords(Math.floor(leftMs / HOUR_MS), "hour");
  return countWords(Math.floor(leftMs / DAY_MS), "day");
}

const SCOPES = {
  session: "The whole session",
  favourites: "Favourites of the session",
  selection: "Selected pictures",
} as const satisfies Record<ShareScope, string>;

export function scopeWords(scope: ShareScope): string {
  return SCOPES[scope];
}

/** "Selected pictures (12)" */
export function selectedWords(count: number): string {
  return `Selected pictures (${count.toLocaleString("en-US")})`;
}

/** What visitors may do and see, in the order of the form. */
export function termsOf(share: Share): string[] {
  return [
    share.mode === "live" ? "Live" : "Frozen",
    ...(share.hasPassword ? ["Asks for a password"] : []),
    ...(share.showPrompts ? ["Shows prompts"] : ["Hides prompts"]),
    ...(share.allowDownload ? ["Originals can be downloaded"] : []),
    ...(share.allowReview ? ["Takes picks and comments"] : []),
  ];
}
