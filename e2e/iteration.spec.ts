import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { PLAIN } from "./support/models";
import type { StudioPage } from "./support/studio-page";

/** A prompt with so many finished pictures. */
async function make(ui: StudioPage, prompt: string, images: number): Promise<void> {
  await ui.generateFrom({ prompt, model: PLAIN.label, images });
  await ui.expectFinished(prompt, images);
}

test("iterates on a picture: recipe, parent, and what changed, also in the tree", async ({ page, ui }) => {
  await make(ui, "a red fox in the snow", 1);
  await ui.tiles("a red fox in the snow").hover();
  await ui.tiles("a red fox in the snow").getByRole("button", { name: "Iterate" }).click();
  await expect(ui.prompt).toHaveValue("a red fox in the snow");
  await ui.prompt.fill("a white fox in the snow");
  await ui.generate.click();
  await ui.expectFinished("a white fox in the snow");
  const child = ui.gallery.getByRole("article").first();
  await expect(child.locator("del")).toHaveText("red");
  await expect(child.locator("ins")).toHaveText("white");
  await page.getByRole("button", { name: "Tree" }).click();
  const tree = page.getByRole("dialog", { name: "Tree" });
  await expect(tree.getByRole("treeitem")).toHaveCount(2);
});

test("compares two pictures with keys, under one zoom, and gives the focus back", async ({ page, ui }) => {
  await make(ui, "two to compare", 2);
  await ui.picture("two to compare").first().focus();
  await ui.tiles("two to compare").first().getByRole("button").first().focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Compare" }).click();
  const compare = page.getByRole("dialog", { name: "Compare" });
  await expect(compare).toBeVisible();
  await page.keyboard.press("+");
  await page.keyboard.press("w");
  await expect(compare.getByRole("slider", { name: "Wipe position" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(compare).toBeHidden();
});

test("culls by keys, counts, and keeps every mark across a reload", async ({ page, ui, session }) => {
  await make(ui, "six to cull", 6);
  await page.getByRole("button", { name: "Cull", exact: true }).click();
  const cull = page.getByRole("dialog", { name: "Cull" });
  await expect(cull.getByRole("img", { name: "six to cull" })).toBeVisible();
  for (const key of ["f", "x", "x", "u", "f", " ", "x", "f"]) await page.keyboard.press(key);
  await page.keyboard.press("x");
  await expect(cull.getByText("3 kept, 2 rejected").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cull).toBeHidden();
  await page.goto(session.url);
  await page.getByRole("button", { name: /Favourites/ }).click();
  await expect(ui.tiles("six to cull")).toHaveCount(3);
});

test("finds by words, filters in the address, and opens what was found", async ({ page, ui, studio }) => {
  await make(ui, "a quokka on a surfboard", 1);
  await page.goto(`${studio.url}/search`);
  await page.getByRole("searchbox", { name: "Words" }).fill("quokka surf");
  const found = page.getByRole("region", { name: "Found pictures" }).or(page.getByLabel("Found pictures"));
  await expect(found.getByRole("img", { name: /quokka/ })).toHaveCount(1);
  await expect(page).toHaveURL(/quokka/);
  await found.getByRole("link").first().click();
  await expect(page.getByLabel("Inspector")).toContainText("a quokka on a surfboard");
});
