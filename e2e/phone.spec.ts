import { devices, expect } from "@playwright/test";
import { test } from "./fixtures";
import { STREAMED } from "./support/models";
import { studioPage } from "./support/studio-page";

const { defaultBrowserType, ...phone } = devices["Pixel 7"];

test("does the main job with a finger", async ({ session, visit }) => {
  const page = await visit(session.url, { ...phone, viewport: { width: 390, height: 844 } });
  const ui = studioPage(page);
  const prompt = "made with a finger";
  await expect(ui.generate).toBeEnabled();
  await ui.prompt.tap();
  await ui.prompt.fill(prompt);
  await ui.composer.getByRole("button", { name: "Options" }).tap();
  await ui.model.selectOption({ label: STREAMED.label });
  await ui.option("Quality").selectOption({ label: "Low" });
  await ui.composer.getByRole("button", { name: "One more" }).tap();
  await ui.generate.tap();
  await expect(ui.tiles(prompt)).toHaveCount(2);
  await expect(ui.model).toBeHidden();
  await ui.expectShown(prompt, 2);
  await ui.tiles(prompt).first().tap();
  const inspector = page.getByRole("dialog", { name: "Inspector" });
  await expect(inspector).toBeVisible();
  const downloading = page.waitForEvent("download");
  await ui.download(inspector).tap();
  expect((await downloading).suggestedFilename()).toMatch(/^made-with-a-finger/);
  await inspector.getByRole("button", { name: "Close" }).tap();
  await expect(inspector).toBeHidden();
});

test("has targets that fingers can hit", async ({ session, visit }) => {
  const page = await visit(session.url, { ...phone, viewport: { width: 390, height: 844 } });
  const ui = studioPage(page);
  await ui.composer.getByRole("button", { name: "Options" }).tap();
  const small = await ui.composer.evaluate((form) =>
    [...form.querySelectorAll("button, select, input, textarea")].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const name = control.getAttribute("aria-label") ?? control.id ?? control.textContent;
      return height > 0 &&
        (height < 40 || width < 36) &&
        !(control instanceof HTMLInputElement && control.type === "range")
        ? [`${name} ${Math.round(width)} x ${Math.round(height)}`]
        : [];
    }),
  );
  expect(small).toEqual([]);
});
