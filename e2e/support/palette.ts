import { expect, type Locator, type Page } from "@playwright/test";

/** Runs the first command that the palette finds for a few words. */
export async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find a command or a session" }).fill(words);
  await page.keyboard.press("Enter");
}

/** Opens a dialog through the palette, by the words of its command. */
export async function openByCommand(page: Page, words: string, name: string): Promise<Locator> {
  await runCommand(page, words);
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog).toBeVisible();
  return dialog;
}
