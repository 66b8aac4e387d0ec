import { expect, test } from "vitest";
import type { Share } from "@/lib/domain/share/share";
import {
  changeOf,
  dateFieldOf,
  draftOf,
  endOf,
  freshDraft,
  inputOf,
  isDateMissing,
  neutralTitle,
} from "./share-draft";

const SHARE: Share = {
  ...{ id: "share", sessionId: "session", sessionTitle: "Chairs", version: 1, title: "For Ana" },
  ...{ scope: "session", mode: "live", showPrompts: false, allowDownload: false, allowReview: true },
  ...{
    hasPassword: true,
    expiresAt: "2031-05-06T07:08:09.000Z",
    revokedAt: null,
    views: 0,
    lastSeenAt: null,
  },
  ...{ pickCount: 0, commentCount: 0, createdAt: "2031-01-01T00:00:00.000Z", url: "http://127.0.0.1/g/x" },
};

test("ends a share after a day, a week, a calendar month, or at the end of a day", () => {
  const now = new Date(2031, 0, 5, 12, 30);
  const end = (ends: "never" | "day" | "week" | "month" | "date") => endOf({ ends, date: "2031-03-01" }, now);
  expect(end("never")).toBeNull();
  expect(end("day")).toEqual(new Date(2031, 0, 6, 12, 30));
  expect(end("week")).toEqual(new Date(2031, 0, 12, 12, 30));
  expect(end("month")).toEqual(new Date(2031, 1, 5, 12, 30));
  expect(end("date")).toEqual(new Date(2031, 2, 1, 23, 59, 59));
});

test("names pictures for a selection alone, and no password for an empty field", () => {
  const draft = freshDraft("selection", "Chairs");
  expect(inputOf(draft, "session", ["a", "b"])).toMatchObject({ imageIds: ["a", "b"], password: null });
  expect(inputOf({ ...draft, scope: "session" }, "session", ["a", "b"])).toMatchObject({ imageIds: [] });
});

test("changes nothing where nothing was changed", () => {
  expect(changeOf(SHARE, draftOf(SHARE))).toBeNull();
});

test("sends only what was changed, and keeps an end to the second that nobody touched", () => {
  const draft = { ...draftOf(SHARE), title: "For Ben", showPrompts: true };
  expect(changeOf(SHARE, draft)).toEqual({ title: "For Ben", showPrompts: true });
});

test("takes a password away only when that was asked for", () => {
  expect(changeOf(SHARE, { ...draftOf(SHARE), dropsPassword: true, password: "typed" })).toEqual({
    password: null,
  });
  expect(changeOf(SHARE, { ...draftOf(SHARE), password: "another" })).toEqual({ password: "another" });
});

test("knows a date that is missing", () => {
  const draft = freshDraft("session", "Chairs");
  expect(isDateMissing({ ...draft, ends: "date" })).toBe(true);
  expect(isDateMissing({ ...draft, ends: "date", date: dateFieldOf(new Date(2031, 0, 5)) })).toBe(false);
  expect(isDateMissing(draft)).toBe(false);
});

test("begins with a title that says nothing of the work", () => {
  expect(neutralTitle(new Date(2026, 10, 22))).toBe("Gallery, 22 November");
});
