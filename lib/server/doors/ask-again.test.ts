import { expect, test } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { ConnectionLostError } from "@/lib/server/db/database-fault";
import { askedBy } from "./ask-again";

/** What came of it, and how often it was asked. */
async function asked(method: string, ...faults: Error[]) {
  let times = 0;
  const answer = askedBy(new Request("http://studio.test", { method }), async () => {
    const fault = faults[times];
    times += 1;
    if (fault) throw fault;
    return "answer";
  });
  return [await answer.catch((error: unknown) => error), times];
}
const lost = new ConnectionLostError("gone");

test("a read whose connection had died is asked once more, and not for ever", async () => {
  expect(await asked("GET", lost)).toEqual(["answer", 2]);
  expect(await asked("HEAD", lost)).toEqual(["answer", 2]);
  expect(await asked("GET", lost, lost, lost)).toEqual([lost, 2]);
});

test("a refusal is final, and a write is never asked again", async () => {
  const refusal = new AppError("not_found");
  expect(await asked("GET", refusal)).toEqual([refusal, 1]);
  expect(await asked("POST", lost)).toEqual([lost, 1]);
});
