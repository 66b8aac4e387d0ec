import { expect } from "@playwright/test";
import { test } from "./fixtures";

test("says that pictures are sketches in a line that covers nothing, until it is closed", async ({
  ownStudio,
  visit,
}) => {
  const studio = await ownStudio();
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    const page = await visit(studio.url, { viewport });
    const note = page.getByRole("complementary", { name: "Offline provider" });
    await expect(note).toContainText("OPENAI_API_KEY");
    const box = await note.boundingBox();
    const head = await page.getByRole("banner").boundingBox();
    const gallery = await page.getByRole("region", { name: "Gallery" }).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(gallery?.y ?? 0);
    expect(box?.height).toBeLessThan(60);
    await note.getByRole("button", { name: "Dismiss" }).click();
    await expect(note).toBeHidden();
    await page.reload();
    await expect(page.getByRole("form", { name: "Composer" })).toBeVisible();
    await expect(note).toHaveCount(0);
  }
});
