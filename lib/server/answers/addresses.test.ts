import { expect, test } from "vitest";
import { originalKey } from "@/lib/domain/generation/picture-address";
import { answerJson, type Script, serveScript } from "@/lib/server/ports/provider.fixture";
import { openMemoryStorage } from "@/lib/server/testing/memory-storage";
import { all, allEnded, openTestStudio, picture } from "@/lib/server/testing/studio.fixture";
import { useDatabase } from "@/lib/server/testing/use-database";

const database = useDatabase();

/** A server of pictures that does as the list says, then gives the picture; and a studio's answer that names it. */
async function servePictures(scripts: Script[]) {
  const bytes = Buffer.from(await picture(), "base64");
  const files = await serveScript((exchange) => {
    const script = scripts.shift();
    if (script) script(exchange);
    else exchange.response.end(bytes);
  });
  const answer = () =>
    Response.json({ data: [{ url: `${files.url}/a.png?sig=1`, revised_prompt: "a red fox" }] });
  return { ...files, answer, bytes };
}

test("an answer that is an address is in the journal before it is fetched, and the address is forgotten after", async () => {
  const { promise: mayAnswer, resolve: answerNow } = Promise.withResolvers<void>();
  await using files = await servePictures([
    ({ response }) => void mayAnswer.then(() => response.writeHead(404).end()),
  ]);
  await using studio = await openTestStudio(database, { answer: files.answer, keeping: { slowMs: 1 } });
  const { generation } = await studio.submit();
  await studio.imagesWhen(
    generation.id,
    ([image]) => image?.state === "developing" && image.waitsFor === "address",
  );
  expect(await studio.callsOf(generation.id)).toMatchObject([
    { state: "answered", answer: { pictures: [{ url: `${files.url}/a.png?sig=1` }] } },
  ]);
  answerNow();
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
    { state: "completed", revisedPrompt: "a red fox" },
  ]);
  await expect.poll(async () => (await studio.callsOf(generation.id))[0]?.leaseUntil).toBeNull();
  expect(JSON.stringify(await studio.callsOf(generation.id))).not.toContain("sig=1");
  expect(files.received).toHaveLength(2);
});

test("a fault of the address that passes costs nothing, however often and whatever it says", async () => {
  const faults = [503, 404, 403, 500].map((status) => answerJson(status, {}));
  await using files = await servePictures(faults);
  await using studio = await openTestStudio(database, { answer: files.answer, keeping: { pausesMs: [1] } });
  const { generation } = await studio.submit();
  const [image] = await studio.imagesWhen(generation.id, allEnded);
  expect(image).toMatchObject({ state: "completed" });
  expect(await studio.services.storage.get(originalKey(image?.id ?? ""))).toStrictEqual(
    new Uint8Array(files.bytes),
  );
  expect(studio.sent).toHaveLength(1);
});

test("a picture that was not fetched before the process died is fetched by the next", async () => {
  const storage = openMemoryStorage();
  await using files = await servePictures([({ response }) => void response.on("close", () => {})]);
  const first = await openTestStudio(database, { storage, answer: files.answer });
  const { generation } = await first.submit();
  await expect.poll(() => files.received.length).toBe(1);
  await using survivor = await openTestStudio(database, { storage, keepRows: true });
  expect(await survivor.imagesWhen(generation.id, all("completed"))).toMatchObject([
    { revisedPrompt: "a red fox" },
  ]);
  await first.services.close();
});

test("a picture at an address that can never be fetched from is lost, and its siblings are not", async () => {
  await using files = await servePictures([]);
  await using studio = await openTestStudio(database, {
    answer: async () =>
      Response.json({
        data: [
          { url: "https://10.0.0.1/a.png" },
          { url: `${files.url}/b.png` },
          { b64_json: await picture(2) },
        ],
      }),
  });
  const { generation } = await studio.submit({ imageCount: 3 });
  expect(await studio.imagesWhen(generation.id, allEnded)).toMatchObject([
    { state: "failed", failure: { code: "picture_lost", billed: "yes" } },
    { state: "completed" },
    { state: "completed" },
  ]);
});

test("pictures beyond what was asked for are kept behind the others, and share the cost", async () => {
  await using studio = await openTestStudio(database, {
    answer: async ({ nth }) =>
      Response.json({
        data: await Promise.all([1, 2, 3].map(async (n) => ({ b64_json: await picture(nth * 3 + n) }))),
      }),
  });
  const { generation } = await studio.submit({ imageCount: 2, options: { size: "256x256" } });
  const images = await studio.imagesWhen(
    generation.id,
    (rows) => rows.length === 3 && rows.every(({ state }) => state === "completed"),
  );
  expect(images.map(({ index }) => index)).toEqual([0, 1, 2]);
  for (const [place, image] of images.entries()) {
    expect(image).toMatchObject({ costUsd: expect.closeTo(0.016, 8) });
    const stored = await studio.services.storage.get(originalKey(image.id));
    expect(Buffer.from(stored ?? []).toString("base64")).toBe(await picture(place + 1));
  }
});
