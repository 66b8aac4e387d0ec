import type { Share, ShareChange, ShareInput, ShareMode, ShareScope } from "@/lib/domain/share/share";

export type ShareEnds = "never" | "day" | "week" | "month" | "date";

/** What the form holds. `date` is a day of the person's calendar, "2026-12-31"; an empty password is none. */
export type ShareDraft = {
  scope: ShareScope;
  mode: ShareMode;
  title: string;
  ends: ShareEnds;
  date: string;
  password: string;
  /** Takes an existing password away. */
  dropsPassword: boolean;
  showPrompts: boolean;
  allowDownload: boolean;
  allowReview: boolean;
};

const FRESH = {
  mode: "live",
  ends: "never",
  date: "",
  password: "",
  dropsPassword: false,
  showPrompts: false,
  allowDownload: false,
  allowReview: true,
} as const;

/** "Gallery, 22 November". Not the session's name, which begins as its first prompt: a visitor may be shown neither. */
export function neutralTitle(today: Date): string {
  return `Gallery, ${today.toLocaleDateString("en-GB", { day: "numeric", month: "long" })}`;
}

export function freshDraft(scope: ShareScope, title: string): ShareDraft {
  return { ...FRESH, scope, title };
}

/** The form for a share that exists; its password is not known to anyone, so the field is empty. */
export function draftOf(share: Share): ShareDraft {
  const { scope, mode, title, expiresAt, showPrompts, allowDownload, allowReview } = share;
  const ends = expiresAt === null ? "never" : "date";
  const date = expiresAt === null ? "" : dateFieldOf(new Date(expiresAt));
  return { ...FRESH, scope, mode, title, ends, date, showPrompts, allowDownload, allowReview };
}

/** When it ends: a date means to the end of that day, a month is a calendar month. Null for never. */
export function endOf({ ends, date }: Pick<ShareDraft, "ends" | "date">, now: Date): Date | null {
  const end = new Date(now);
  switch (ends) {
    case "never":
      return null;
    case "day":
      end.setDate(end.getDate() + 1);
      return end;
    case "week":
      end.setDate(end.getDate() + 7);
      return end;
    case "month":
      end.setMonth(end.getMonth() + 1);
      return end;
    case "date":
      return new Date(`${date}T23:59:59`);
  }
}

/** What makes the share. An unfinished date is the form's own matter: see `isDateMissing`. */
export function inputOf(draft: ShareDraft, sessionId: string, imageIds: readonly string[]): ShareInput {
  const { scope, mode, title, password, showPrompts, allowDownload, allowReview } = draft;
  return {
    sessionId,
    title,
    scope,
    mode,
    showPrompts,
    allowDownload,
    allowReview,
    imageIds: scope === "selection" ? [...imageIds] : [],
    expiresAt: endOf(draft, new Date())?.toISOString() ?? null,
    password: password === "" ? null : password,
  };
}

/** What the form changes about a share; null where that is nothing. An end that stays as it was is not sent. */
export function changeOf(share: Share, draft: ShareDraft): ShareChange | null {
  const before = draftOf(share);
  const { title, password, dropsPassword, showPrompts, allowDownload, allowReview } = draft;
  const isEndNew = draft.ends !== before.ends || draft.date !== before.date;
  const change: ShareChange = {
    ...(title.trim() !== before.title && { title }),
    ...(isEndNew && { expiresAt: endOf(draft, new Date())?.toISOString() ?? null }),
    ...(dropsPassword ? { password: null } : password !== "" && { password }),
    ...(showPrompts !== before.showPrompts && { showPrompts }),
    ...(allowDownload !== before.allowDownload && { allowDownload }),
    ...(allowReview !== before.allowReview && { allowReview }),
  };
  return Object.keys(change).length > 0 ? change : null;
}

export function isDateMissing({ ends, date }: ShareDraft): boolean {
  return ends === "date" && Number.isNaN(new Date(`${date}T23:59:59`).getTime());
}

/** A moment's day in the person's own zone, as a date field has it. */
export function dateFieldOf(moment: Date): string {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
