import { expect } from "@playwright/test";
import { test } from "./fixtures";
import type { FaultName } from "./images-api/faults";
import { PLAIN, STREAMED } from "./support/models";
import { providerAt } from "./support/studio";
import { studioPage } from "./support/studio-page";

type Ending = {
  fault: FaultName;
  /** In this order, all of it stands on the tile. */
  words: RegExp;
  calls?: number;
  /** Null: no preview had come. */
  keepsPreview?: boolean;
};

const notBilled = "It was not billed\\.";
const maybeBilled = "It may have been billed\\.";
const billed = "It was billed\\.";

const ENDINGS: Ending[] = [
  { fault: "moderation", words: new RegExp(`Failed: .*safety.*${notBilled}.*Reword the prompt`) },
  { fault: "quota", words: new RegExp(`Failed: .*${notBilled}.*credit`) },
  { fault: "401", words: new RegExp(`Failed: .*key.*${notBilled}`) },
  { fault: "model-gone", words: new RegExp(`Failed: .*${notBilled}`) },
  { fault: "500", words: new RegExp(`Outcome unknown.*${maybeBilled}`) },
  { fault: "502-html", words: new RegExp(`Outcome unknown.*502.*${maybeBilled}`) },
  { fault: "lost-connection", words: new RegExp(`Outcome unknown.*${maybeBilled}`), keepsPreview: true },
  { fault: "no-final", words: new RegExp(`Outcome unknown.*${maybeBilled}`), keepsPreview: true },
  { fault: "error-event", words: new RegExp(`Outcome unknown.*${maybeBilled}`), keepsPreview: true },
  { fault: "not-an-image", words: new RegExp(`Failed: .*not a picture.*${billed}`), keepsPreview: true },
  { fault: "rate-limit-2", words: new RegExp(`Failed: .*pause.*${notBilled}`), calls: 4 },
];

for (const { fault, words, calls = 1, keepsPreview = false } of ENDINGS) {
  test(`ends an image as the table says: ${fault}`, async ({ ui, api }) => {
    const prompt = `a picture that meets [fault:${fault}]`;
    await ui.generateFrom({ prompt, model: STREAMED.label, options: { "Partial previews": 2 } });
    const tile = ui.tiles(prompt);
    await expect(tile).toContainText(words);
    await expect(tile.getByText("Preview only")).toHaveCount(keepsPreview ? 1 : 0);
    await expect(ui.download(tile)).toHaveCount(0);
    expect(await api.callsOf(prompt)).toHaveLength(calls);
  });
}

const HARMLESS: FaultName[] = [
  "rate-limit-once",
  "malformed-event",
  "early-final",
  "late-partial",
  "byte-at-a-time",
  "huge-event",
  "wrong-size",
];

for (const fault of HARMLESS) {
  test(`finishes all the same: ${fault}`, async ({ ui, api, page }) => {
    const prompt = `a picture in spite of [fault:${fault}]`;
    await ui.generateFrom({ prompt, model: STREAMED.label, options: { "Partial previews": 2 } });
    await ui.expectFinished(prompt);
    await expect(ui.picture(prompt)).toHaveAttribute("src", /\/thumbnail-/);
    expect(await api.callsOf(prompt)).toHaveLength(fault === "rate-limit-once" ? 2 : 1);
    await page.reload();
    await expect(ui.picture(prompt)).toHaveAttribute("src", /\/thumbnail-/);
  });
}

test("downloads a picture that is answered as an address, and goes on trying one that is not there yet", async ({
  ui,
  api,
}) => {
  const kept = "an address that holds [fault:url-answer]";
  await ui.generateFrom({ prompt: kept, model: PLAIN.label });
  await ui.expectFinished(kept);
  const gone = "an address that does not hold [fault:url-gone]";
  await ui.generateFrom({ prompt: gone, model: PLAIN.label });
  // An address lives for an hour: a 404 now is no reason to give up what was paid for.
  await expect(ui.tiles(gone)).toContainText("Finished; being fetched from the provider");
  expect(await api.callsOf(kept)).toHaveLength(1);
  expect(await api.callsOf(gone)).toHaveLength(1);
});

test("lets siblings finish when one of four fails", async ({ ui, api }) => {
  const prompt = "three and a half";
  await api.failOnce(prompt, "lost-connection");
  await ui.generateFrom({ prompt, model: STREAMED.label, images: 4 });
  await ui.expectFinished(prompt, 3);
  await expect(ui.tiles(prompt).filter({ hasText: "Outcome unknown" })).toHaveCount(1);
  expect(await api.callsOf(prompt)).toHaveLength(4);
});

test("waits as long as the provider asks, says until when, and can be cancelled unbilled", async ({
  ui,
  api,
}) => {
  const prompt = "patience [fault:rate-limit-120]";
  await ui.generateFrom({ prompt, model: STREAMED.label });
  await expect(ui.tiles(prompt)).toContainText(/Waiting.*pause.*Sends again at/);
  await ui.cancel(prompt).click();
  await expect(ui.tiles(prompt)).toContainText(/Cancelled: .*It was not billed\./);
  expect(await api.callsOf(prompt)).toHaveLength(1);
});

test("aborts what was sent when it is cancelled, and says that it may be billed", async ({ ui, api }) => {
  const prompt = "never mind [fault:silence]";
  await ui.generateFrom({ prompt, model: STREAMED.label });
  await expect(ui.tiles(prompt)).toContainText("Developing");
  await ui.cancel(prompt).click();
  await expect(ui.tiles(prompt)).toContainText(/Cancelled.*It may have been billed\./);
  await expect
    .poll(async () => (await api.callsOf(prompt)).map(({ ended }) => ended))
    .toEqual(["client-left"]);
});

test("gives up a provider that is silent, before and after its headers", async ({
  ownStudio,
  api,
  visit,
}) => {
  const studio = await ownStudio({ ...providerAt(api.baseUrl), STUDIO_IDLE_TIMEOUT_S: "1" });
  const ui = studioPage(await visit(studio.url));
  for (const fault of ["silence", "no-headers"]) {
    const prompt = `nothing is heard [fault:${fault}]`;
    await ui.generateFrom({ prompt, model: STREAMED.label });
    await expect(ui.tiles(prompt)).toContainText(/Outcome unknown.*It may have been billed\./);
    expect(await api.callsOf(prompt)).toHaveLength(1);
  }
});
