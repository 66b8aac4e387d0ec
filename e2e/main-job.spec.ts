import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { STREAMED } from "./support/models";
import { startRecordingProxy } from "./support/recording-proxy";
import { providerAt } from "./support/studio";
import { studioPage } from "./support/studio-page";
import { recordTiles, type TileMoment } from "./support/tile-history";

const model = STREAMED.label;

test("shows each preview before the final, side by side for four pictures", async ({ api, page, ui }) => {
  const prompt = "four boats at dawn, watched";
  const held = await api.hold(prompt);
  await ui.compose({ prompt, model, options: { "Partial previews": 3 }, images: 4 });
  const history = await recordTiles(page, prompt);
  await ui.generate.click();
  for (const number of [1, 2, 3]) {
    await held.next();
    await expect(ui.tiles(prompt).filter({ hasText: `preview ${number} of 3` })).toHaveCount(4);
    await expect.poll(async () => shownIn(await history(), "partial")).toBe(4 * number);
  }
  await held.next();
  await ui.expectFinished(prompt, 4);
  await expect.poll(async () => shownIn(await history(), "thumbnail")).toBe(4);
  const moments = await history();
  for (const place of [0, 1, 2, 3]) {
    const own = moments.filter((moment) => moment.place === place);
    const pictures = [...new Set(own.map(({ picture }) => picture))].filter((url) => url.includes("/i/"));
    const names = pictures.map((url) => /\/(partial|thumbnail)-/.exec(url)?.[1]);
    expect(names).toEqual(["partial", "partial", "partial", "thumbnail"]);
    const words = own.map((moment) => /preview \d of 3/.exec(moment.words)?.[0] ?? "");
    expect([...new Set(words)].filter(Boolean)).toEqual([
      "preview 1 of 3",
      "preview 2 of 3",
      "preview 3 of 3",
    ]);
  }
  const firstFinal = moments.findIndex(({ picture }) => picture.includes("thumbnail"));
  const begun = new Set(
    moments.slice(0, firstFinal).flatMap(({ place, picture }) => (picture.includes("partial") ? place : [])),
  );
  expect(begun.size).toBeGreaterThan(1);
});

test("keeps a picture over a reload and a restart, shows it live elsewhere, and gives back its bytes", async ({
  api,
  ownStudio,
  visit,
  problems,
}) => {
  problems.expect(/net::ERR_/);
  const proxy = await startRecordingProxy(api.baseUrl);
  const studio = await ownStudio(providerAt(proxy.baseUrl));
  const prompt = "a lighthouse that stays";
  const page = await visit(studio.url);
  const other = studioPage(await visit(studio.url));
  const ui = studioPage(page);

  await ui.generateFrom({ prompt, model });
  await expect(other.tiles(prompt)).toHaveCount(1);
  await other.expectFinished(prompt);
  await page.reload();
  await ui.expectFinished(prompt);

  await studio.end("SIGTERM");
  await studio.start();
  await ui.expectFinished(prompt);
  await page.reload();
  await ui.expectFinished(prompt);

  const downloading = page.waitForEvent("download");
  await ui.tiles(prompt).hover();
  await ui.download(ui.tiles(prompt)).click();
  const download = await downloading;
  const [original] = proxy.finals();
  expect(sha256(await readFile(await download.path()))).toBe(sha256(original ?? Buffer.alloc(0)));
  expect(download.suggestedFilename()).toMatch(/^a-lighthouse-that-stays.*\.png$/);
  await proxy.end();
});

/** How many pictures of a kind the tiles have shown between them. */
function shownIn(moments: TileMoment[], kind: "partial" | "thumbnail"): number {
  return new Set(moments.flatMap(({ picture }) => (picture.includes(`/${kind}-`) ? picture : []))).size;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
