import { expect, test } from "vitest";
import { commentRow } from "@/lib/client/review/review-rows.fixture";
import { openCount } from "./open-comments";

const AT = "2031-01-02T00:00:00.000Z";

test("counts the threads that wait, and no answers", () => {
  const rows = [
    commentRow({ id: "c1" }),
    commentRow({ id: "c2", resolvedAt: AT }),
    commentRow({ id: "c3", deletedAt: AT }),
    commentRow({ id: "c4", parentId: "c1" }),
  ];
  expect(openCount(rows)).toBe(1);
  expect(openCount()).toBe(0);
});
