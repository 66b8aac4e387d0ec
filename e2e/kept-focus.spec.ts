import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { PLAIN } from "./support/models";

const MATRIX = "a {red|blue} house";

test("gives the prompt the focus when a picture is iterated on", async ({ ui, page }) => {
  const prompt = "to iterate on";
  await ui.generateFrom({ prompt, model: PLAIN.label });
  await ui.expectFinished(prompt);
  await ui.tiles(prompt).getByRole("button", { name: prompt }).focus();
  await page.keyboard.press("i");
  await expect(ui.prompt).toBeFocused();
});

test("folds an axis with Escape, and keeps the plan", async ({ ui, page }) => {
  await ui.compose({ prompt: MATRIX, model: PLAIN.label });
  await ui.generate.click();
  const plan = page.getByRole("dialog", { name: "Plan variations" });
  const axis = plan.locator("summary", { hasText: "Sizes" });
  const values = plan.getByRole("group", { name: "Sizes" }).getByRole("checkbox");
  await axis.click();
  await expect(values.first()).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(values.first()).toBeHidden();
  await expect(axis).toBeFocused();
  await axis.click();
  await plan.getByRole("heading", { name: "Plan variations" }).click();
  await expect(values.first()).toBeHidden();
  await expect(plan).toBeVisible();
});

test("keeps the focus in the gallery when the last picture goes, and leads to what was deleted", async ({
  ui,
  page,
}) => {
  const prompt = "two that go";
  await ui.generateFrom({ prompt, model: PLAIN.label, images: 2 });
  await ui.expectFinished(prompt, 2);
  await ui.tiles(prompt).first().getByRole("button", { name: prompt }).focus();
  await ui.tiles(prompt).first().getByRole("button", { name: "Delete" }).press("Enter");
  await expect(ui.tiles(prompt)).toHaveCount(1);
  await expect(ui.tiles(prompt).getByRole("button", { name: prompt })).toBeFocused();
  await page.keyboard.press("Backspace");
  await expect(ui.tiles(prompt)).toHaveCount(0);
  await expect(page.locator("#gallery")).toBeFocused();
  await ui.gallery.getByRole("button", { name: "Deleted pictures" }).click();
  const trash = page.getByRole("dialog", { name: "Deleted pictures" });
  await expect(trash.getByRole("listitem")).toHaveCount(2);
});

test("keeps every button of a comparison and of the tree on a phone's screen", async ({ ui, page }) => {
  const prompt = "two on a phone";
  await ui.generateFrom({ prompt, model: PLAIN.label, images: 2 });
  await ui.expectFinished(prompt, 2);
  await ui.tiles(prompt).first().getByRole("button", { name: prompt }).focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Compare" }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  const close = page.getByRole("dialog").getByRole("button", { name: "Close" });
  await page.getByRole("button", { name: "Wipe" }).click();
  for (const button of await page.getByRole("dialog").getByRole("button").all())
    await expect(button).toBeInViewport({ ratio: 1 });
  await close.click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Tree", exact: true }).click();
  await expect(close).toBeInViewport({ ratio: 1 });
});
