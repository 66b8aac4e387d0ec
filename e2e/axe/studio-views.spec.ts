import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../fixtures";
import { makeToken } from "../support/api-token";
import { expectNothingForAxe, expectNothingForAxeOnPhone } from "../support/axe";
import { PLAIN } from "../support/models";
import { openByCommand } from "../support/palette";
import { studioPage } from "../support/studio-page";

// One view a test: each has light and dark, on a phone and a desk, and nothing else to do.

const calm = { reducedMotion: "reduce" } as const;

test("leaves nothing to find for axe on a first visit", async ({ ownStudio, visit }) => {
  const studio = await ownStudio();
  const page = await visit(studio.url, calm);
  await expect(page.getByRole("complementary", { name: "Offline provider" })).toBeVisible();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe while pictures develop, finish and fail", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  const ui = studioPage(page);
  await expect(ui.tiles(shown.developing)).toContainText("Developing, preview 1 of 2");
  await expect(ui.tiles(shown.unknown)).toContainText("Outcome unknown");
  await expect(ui.tiles(shown.failed)).toContainText("Failed");
  await ui.expectFinished(shown.several, 4);
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in the grid of a matrix", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  const ui = studioPage(page);
  await expect(ui.generate).toBeEnabled();
  await ui.gallery.getByText("4 of 4 finished").scrollIntoViewIfNeeded();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in the inspector", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  await openPicture(page, `${shown.several}, 1 of 4`);
  await expect(page.getByLabel("Inspector")).toContainText(shown.several);
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in the inspector of a picture that failed", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  await openPicture(page, shown.failed);
  await expect(page.getByLabel("Inspector")).toContainText("safety");
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in a review", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  const ui = studioPage(page);
  await page.getByRole("combobox", { name: "Picked by" }).selectOption({ label: "Picked by anyone" });
  await openPicture(page, shown.finished);
  await expect(page.getByRole("button", { name: "Comment 1 by Ana" })).toBeVisible();
  await expect(ui.tiles(shown.finished)).toContainText("Picked by Ana");
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in the options of a phone", async ({ shown, visit }) => {
  const page = await visit(shown.url, { ...calm, viewport: { width: 390, height: 844 } });
  const ui = studioPage(page);
  const options = ui.composer.getByRole("button", { name: "Options" });
  // The button is there before the page listens.
  await expect(async () => {
    if (!(await ui.model.isVisible())) await options.click();
    await expect(ui.model).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectNothingForAxeOnPhone(page);
});

test("leaves nothing to find for axe in a comparison", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  const ui = studioPage(page);
  await expect(ui.generate).toBeEnabled();
  await ui.tiles(shown.several).first().getByRole("button").first().focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Compare" }).click();
  const compare = page.getByRole("dialog", { name: "Compare" });
  await expect(compare).toBeVisible();
  await page.keyboard.press("w");
  await expect(compare.getByRole("slider", { name: "Wipe position" })).toBeVisible();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in a cull", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  await expect(studioPage(page).generate).toBeEnabled();
  await page.getByRole("button", { name: "Cull", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Cull" }).getByRole("img").first()).toBeVisible();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in the tree", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  await expect(studioPage(page).generate).toBeEnabled();
  await page.getByRole("button", { name: "Tree" }).click();
  await expect(page.getByRole("dialog", { name: "Tree" }).getByRole("treeitem").first()).toBeVisible();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in what a search finds", async ({ shown, studio, visit }) => {
  const page = await visit(`${studio.url}/search`, calm);
  await page.getByRole("searchbox", { name: "Words" }).fill("four lanterns");
  await expect(page.getByRole("img", { name: shown.several }).first()).toBeVisible();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in the plan of a matrix", async ({ session, visit }) => {
  const page = await visit(session.url, calm);
  const ui = studioPage(page);
  await ui.compose({ prompt: "A {red|blue} house at {dawn|dusk}", model: PLAIN.label });
  await page.keyboard.press("Control+Enter");
  const plan = page.getByRole("dialog", { name: "Plan variations" });
  await plan.getByRole("cell").getByRole("button").first().click();
  await expect(plan.getByRole("button", { name: /^Generate 3 pictures/ })).toBeEnabled();
  await expectNothingForAxe(page);
});

const DIALOGS: { words: string; name: string; content: (dialog: Locator) => Locator }[] = [
  { words: "sessions", name: "Sessions", content: (dialog) => dialog.getByText("Shown in every view") },
  { words: "spending", name: "Spending", content: (dialog) => dialog.getByText(/\$0\.\d/).first() },
  { words: "keyboard", name: "Keyboard shortcuts", content: (dialog) => dialog.getByText("Ctrl").first() },
  { words: "deleted", name: "Deleted pictures", content: (dialog) => dialog.getByRole("listitem").first() },
  {
    words: "shared galleries",
    name: "Shared galleries",
    content: (dialog) => dialog.getByRole("button", { name: "Revoke" }).first(),
  },
];

for (const { words, name, content } of DIALOGS) {
  test(`leaves nothing to find for axe in a dialog: ${name}`, async ({ shown, visit }) => {
    const page = await visit(shown.url, calm);
    await expect(studioPage(page).generate).toBeEnabled();
    await expect(content(await openByCommand(page, words, name))).toBeVisible();
    await expectNothingForAxe(page);
  });
}

test("leaves nothing to find for axe in the palette", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  await expect(studioPage(page).generate).toBeEnabled();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find a command or a session" }).fill("s");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe in the form of a share", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  const dialog = await openShareForm(page);
  await expect(dialog.getByLabel("Title")).toBeFocused();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe beside a link that was made", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  const dialog = await openShareForm(page);
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByLabel(/^Link to/)).toBeFocused();
  await expectNothingForAxe(page);
});

test("leaves nothing to find for axe before a share is revoked", async ({ shown, visit }) => {
  const page = await visit(shown.url, calm);
  await expect(studioPage(page).generate).toBeEnabled();
  const dialog = await openByCommand(page, "shared galleries", "Shared galleries");
  const row = dialog.getByRole("listitem").filter({ hasText: shown.shareTitle });
  await row.getByRole("button", { name: "Revoke" }).click();
  await expect(row.getByRole("button", { name: "Keep it" })).toBeFocused();
  await expectNothingForAxe(page);
});

async function openPicture(page: Page, name: string): Promise<void> {
  const ui = studioPage(page);
  await expect(ui.generate).toBeEnabled();
  await ui.gallery.getByRole("button", { name, exact: true }).click();
}

async function openShareForm(page: Page) {
  await expect(studioPage(page).generate).toBeEnabled();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  return page.getByRole("dialog", { name: "Share gallery" });
}

test("leaves nothing to find for axe in the settings, with a token that was just made", async ({
  studio,
  session,
  visit,
}) => {
  await makeToken(studio.url, { name: "Seen by axe", monthlyLimitUsd: 3 });
  const page = await visit(session.url, calm);
  await expect(studioPage(page).generate).toBeEnabled();
  const dialog = await openByCommand(page, "Providers and tokens", "Providers and tokens");
  await expectNothingForAxe(page);
  await dialog.getByRole("button", { name: "New token" }).click();
  await dialog.getByLabel("Name").fill("Made for axe");
  await expectNothingForAxe(page);
  await dialog.getByRole("button", { name: "Make token" }).click();
  await expect(dialog.getByLabel("Token of Made for axe")).toBeVisible();
  await dialog.getByRole("button", { name: "Revoke Seen by axe" }).first().click();
  await expectNothingForAxe(page);
});
