import { expect, test } from "vitest";
import { attachment } from "./attachment";

test("writes names into the header that no client can take for something else", () => {
  expect(attachment('a"b\\c\r\nd%41é(1)*.png')).toBe(
    "attachment; filename=\"a_b_c__d_41_(1)*.png\"; filename*=UTF-8''a%22b%5Cc%0D%0Ad%2541%C3%A9%281%29%2A.png",
  );
});
