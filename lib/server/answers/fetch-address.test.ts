import { expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/errors/app-error";
import { diesAt, fetchAddress } from "./fetch-address";

const answeredAt = new Date("2026-11-27T10:00:00Z");
const plain = "https://pictures.example.com/a.png";

test.each([
  ["an hour after it was answered", plain, "2026-11-27T11:00:00.000Z"],
  [
    "as Azure's signature says",
    `${plain}?st=x&se=2026-11-27T12%3A30%3A00Z&sig=x`,
    "2026-11-27T12:30:00.000Z",
  ],
  [
    "as Amazon's signature says",
    `${plain}?X-Amz-Date=20261127T100000Z&X-Amz-Expires=600`,
    "2026-11-27T10:10:00.000Z",
  ],
  ["as a plain signature says", `${plain}?Expires=1795775400`, "2026-11-27T10:30:00.000Z"],
  ["after the hour where its signature cannot be read", `${plain}?se=soon`, "2026-11-27T11:00:00.000Z"],
  ["after the hour where it would have died before", `${plain}?Expires=1`, "2026-11-27T11:00:00.000Z"],
])("an address dies %s", (_, url, dies) => {
  expect(diesAt(url, answeredAt).toISOString()).toBe(dies);
});

test.each([
  ["passes while it lives", "2026-11-27T10:59:59Z", "no such file"],
  ["is the end after that", "2026-11-27T11:00:01Z", "The picture could not be fetched"],
])("what it answers %s", async (_, now, message) => {
  vi.useFakeTimers({ now: new Date(now) });
  const fetchPicture = async () => {
    throw new Error("no such file");
  };
  await expect(fetchAddress({ fetchPicture }, plain, answeredAt)).rejects.toThrow(message);
  vi.useRealTimers();
});

test("an address that can never be fetched from is the end at once, and one that gives late is as good", async () => {
  const refused = new AppError("picture_lost");
  const never = { fetchPicture: () => Promise.reject(refused) };
  await expect(fetchAddress(never, plain, new Date())).rejects.toBe(refused);
  const late = { fetchPicture: async () => Uint8Array.of(1) };
  expect(await fetchAddress(late, plain, answeredAt)).toStrictEqual(Uint8Array.of(1));
});
