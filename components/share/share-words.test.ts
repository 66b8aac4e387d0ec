import { expect, test } from "vitest";
import type { Share } from "@/lib/domain/share/share";
import { shareStateOf } from "./share-words";

const NOW = new Date("2031-01-01T00:00:00.000Z");
const stateOf = (expiresAt: string | null, revokedAt: string | null = null) =>
  shareStateOf({ expiresAt, revokedAt } as Share, NOW);

test("says how long a share still is open", () => {
  expect(stateOf(null).words).toBe("Open");
  expect(stateOf("2031-01-01T00:20:00.000Z").words).toBe("Ends in less than an hour");
  expect(stateOf("2031-01-01T01:00:00.000Z").words).toBe("Ends in 1 hour");
  expect(stateOf("2031-01-04T00:00:00.000Z").words).toBe("Ends in 3 days");
});

test("tells a share that ended from one that was revoked, and revoked wins", () => {
  expect(stateOf("2030-12-31T23:59:59.000Z")).toMatchObject({ words: "Ended", isOver: true });
  expect(stateOf("2030-12-31T23:59:59.000Z", "2030-12-01T00:00:00.000Z")).toMatchObject({
    words: "Revoked",
    isOver: true,
  });
});
