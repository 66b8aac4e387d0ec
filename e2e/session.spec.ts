import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { PLAIN } from "./support/models";
import { readGallery } from "./support/studio-client";
import { studioPage } from "./support/studio-page";

test("brings deleted pictures back, at once and after a reload", async ({ page, ui, session }) => {
  const prompt = "four to delete";
  await ui.generateFrom({ prompt, model: PLAIN.label, images: 4 });
  await ui.expectFinished(prompt, 4);
  await ui.tiles(prompt).first().getByRole("button").first().focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: "Delete all" }).click();
  await expect(ui.tiles(prompt)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(ui.tiles(prompt)).toHaveCount(4);
  await ui.tiles(prompt).first().getByRole("button").first().focus();
  await page.keyboard.press("Backspace");
  await expect(ui.tiles(prompt)).toHaveCount(3);
  await page.goto(session.url);
  await expect(ui.tiles(prompt)).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(ui.tiles(prompt)).toHaveCount(4);
});

test("downloads a selection as one zip with a recipe beside each picture", async ({ page, ui }) => {
  const prompt = "three to download";
  await ui.generateFrom({ prompt, model: PLAIN.label, images: 3 });
  await ui.expectFinished(prompt, 3);
  await ui.tiles(prompt).first().getByRole("button").first().focus();
  await page.keyboard.press("Control+a");
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as zip" }).click();
  const file = await readFile(await (await downloading).path());
  expect(file.subarray(0, 2).toString()).toBe("PK");
  const text = file.toString("latin1");
  expect(text.match(/\.json/g)?.length).toBeGreaterThanOrEqual(3);
  expect(text).toContain(prompt);
});

test("exports a session that an empty studio imports whole", async ({
  page,
  ui,
  session,
  studio,
  ownStudio,
  visit,
}) => {
  const prompt = "to be carried over";
  await ui.generateFrom({ prompt, model: PLAIN.label, images: 2 });
  await ui.expectFinished(prompt, 2);
  const zip = await (await fetch(`${studio.url}/api/sessions/${session.id}/export`)).arrayBuffer();
  const other = await ownStudio();
  const there = await visit(other.url);
  await there.keyboard.press("Control+k");
  await there.getByRole("combobox", { name: "Find a command or a session" }).fill("sessions");
  await there.keyboard.press("Enter");
  const dialog = there.getByRole("dialog", { name: "Sessions" });
  const choosing = there.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "Import a session from a zip" }).click();
  await (await choosing).setFiles({
    name: "session.zip",
    mimeType: "application/zip",
    buffer: Buffer.from(zip),
  });
  await expect(there).toHaveURL(/\/s\//);
  const thereUi = studioPage(there);
  await expect(thereUi.tiles(prompt)).toHaveCount(2);
  const id = there.url().split("/s/")[1] ?? "";
  const [here, carried] = await Promise.all([
    readGallery(studio.url, session.id),
    readGallery(other.url, id),
  ]);
  const facts = ({ images }: typeof here) =>
    images.map(
      (image) => image.state === "completed" && [image.originalUrl.split("-").at(-1), image.costUsd],
    );
  expect(facts(carried)).toEqual(facts(here));
  await expect(page).toHaveURL(session.url);
});

test("keeps two tabs of a session in step", async ({ ui, page, session, visit }) => {
  const prompt = "seen twice";
  await ui.generateFrom({ prompt, model: PLAIN.label });
  await ui.expectFinished(prompt);
  const other = await visit(session.url);
  const otherUi = studioPage(other);
  await otherUi.expectFinished(prompt);
  await ui.tiles(prompt).getByRole("button").first().focus();
  await page.keyboard.press("f");
  await expect(
    otherUi.tiles(prompt).getByRole("button", { name: "Favourite", pressed: true }),
  ).toBeAttached();
  await ui.tiles(prompt).getByRole("button").first().focus();
  await page.keyboard.press("Backspace");
  await expect(otherUi.tiles(prompt)).toHaveCount(0);
});
