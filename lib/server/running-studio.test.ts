import { afterEach, expect, test, vi } from "vitest";
import { openServices } from "./open-services";
import { closeServices, getServices, refuseServices } from "./running-studio";

vi.mock("./open-services", () => ({ openServices: vi.fn() }));

const close = vi.fn(async () => {});
const drain = { hurry: new AbortController().signal, onWaiting: () => {}, requestsEnded: async () => {} };

afterEach(() => {
  globalThis.safelightServices = undefined;
  globalThis.safelightIsStopping = undefined;
  vi.clearAllMocks();
});

/** A studio that is open in this process. */
async function openOne() {
  const env = { STUDIO_DRAIN_S: 7 };
  vi.mocked(openServices, { partial: true, deep: true }).mockResolvedValue({ close, env });
  await getServices();
}

test("opens no second studio in a process that is stopping, before and after the first is closed", async () => {
  await openOne();
  refuseServices();
  await expect(getServices()).rejects.toMatchObject({ code: "studio_stopping", retryAfterMs: 5_000 });
  await closeServices(drain);
  expect(close).toHaveBeenCalledWith({ ...drain, withinMs: 7_000 });
  await expect(getServices()).rejects.toMatchObject({ code: "studio_stopping" });
  expect(openServices).toHaveBeenCalledTimes(1);
});

test("closes what is still opening, and nothing where nothing opened", async () => {
  await closeServices(drain);
  expect(close).not.toHaveBeenCalled();
  globalThis.safelightIsStopping = undefined;
  globalThis.safelightServices = Promise.reject(new Error("no database"));
  await closeServices(drain);
  expect(close).not.toHaveBeenCalled();
});
