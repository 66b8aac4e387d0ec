import { expect } from "@playwright/test";
import { test } from "./fixtures";

test("keeps which pictures are shown in the address, over a reload and the way back", async ({
  page,
  ui,
}) => {
  await ui.generateFrom({ prompt: "a favourite of two", images: 2 });
  await ui.expectFinished("a favourite of two", 2);
  const tile = ui.tiles("a favourite of two").first();
  await tile.getByRole("button").first().focus();
  await page.keyboard.press("f");
  await page.getByRole("button", { name: "Favourites" }).click();
  await page.getByRole("button", { name: "Hide rejected" }).click();
  await expect(page).toHaveURL(/favourites=only&rejected=hidden/);
  await expect(ui.tiles("a favourite of two")).toHaveCount(1);

  const expectKept = async () => {
    await expect(ui.tiles("a favourite of two")).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Favourites" })).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("button", { name: "Hide rejected" })).toHaveAttribute("aria-pressed", "true");
  };
  await page.reload();
  await expectKept();
  await page.getByRole("link", { name: "Find pictures" }).click();
  await expect(page.getByRole("searchbox", { name: "Words" })).toBeVisible();
  await page.goBack();
  await expectKept();

  await page.getByRole("button", { name: "All", exact: true }).click();
  await expect(ui.tiles("a favourite of two")).toHaveCount(2);
  await expect(page).not.toHaveURL(/favourites/);
});
