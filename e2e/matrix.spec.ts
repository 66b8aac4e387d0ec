import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { PLAIN, STREAMED } from "./support/models";
import { providerAt } from "./support/studio";
import { studioPage } from "./support/studio-page";

const template = "A {red|blue} house at {dawn|dusk}";

/** Writes the template and opens its plan. */
async function openPlan(page: Page, model = PLAIN.label) {
  const ui = studioPage(page);
  await ui.compose({ prompt: template, model });
  await page.keyboard.press("Control+Enter");
  const plan = page.getByRole("dialog", { name: "Plan variations" });
  await expect(plan.getByRole("table")).toBeVisible();
  return plan;
}

test("shows every cell before anything is sent, and makes those that are not struck", async ({
  api,
  page,
  ui,
  session,
}) => {
  const plan = await openPlan(page);
  const cells = plan.getByRole("cell").getByRole("button");
  await expect(cells).toHaveCount(4);
  await cells.first().click();
  await expect(cells.first()).toContainText("Struck");
  const send = plan.getByRole("button", { name: /^Generate 3 pictures/ });
  await send.click();
  await expect(plan).toBeHidden();
  const heading = ui.gallery.getByRole("heading", { name: template });
  await expect(heading).toBeVisible();
  await expect(ui.gallery.getByText("3 of 3 finished")).toBeVisible();
  for (const prompt of ["A red house at dusk", "A blue house at dawn", "A blue house at dusk"])
    await expect(ui.gallery.getByRole("img", { name: prompt })).toBeVisible();
  expect(await api.callsOf("A blue house at dawn")).not.toEqual([]);
  expect(await api.callsOf("A red house at dawn")).toEqual([]);
  for (const kind of ["PNG", "PDF"]) {
    const downloading = page.waitForEvent("download");
    await ui.gallery.getByRole("button", { name: `Sheet as ${kind}` }).click();
    expect((await downloading).suggestedFilename()).toMatch(new RegExp(`\\.${kind.toLowerCase()}$`));
  }
  await page.goto(session.url);
  await expect(ui.gallery.getByText("3 of 3 finished")).toBeVisible();
});

test("stops at the cap, and says what was left out and why", async ({ page, ui }) => {
  const plan = await openPlan(page, STREAMED.label);
  await plan.getByLabel("Stop at").fill("0");
  await expect(plan.getByRole("button", { name: /^Generate/ })).toBeDisabled();
  await plan.getByLabel("Stop at").fill("0.000001");
  await plan.getByRole("button", { name: /^Generate 4 pictures/ }).click();
  await expect(ui.gallery.getByText("The matrix reached its cap").first()).toBeVisible();
});

test("stops what was not sent, and lets what was finish", async ({ api, ownStudio, visit }) => {
  const studio = await ownStudio({ ...providerAt(api.baseUrl), STUDIO_CALLS_AT_ONCE: "2" });
  const page = await visit(studio.url);
  const ui = studioPage(page);
  await ui.compose({ prompt: "{A|B|C|D|E|F} at rest [fault:silence]", model: STREAMED.label });
  await page.keyboard.press("Control+Enter");
  const plan = page.getByRole("dialog", { name: "Plan variations" });
  await plan.getByRole("button", { name: /^Generate 6 pictures/ }).click();
  await expect(ui.gallery.getByText("Developing")).toHaveCount(2);
  await ui.gallery.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(ui.gallery.getByText(/ · stopped/)).toBeVisible();
  await expect(ui.gallery.getByText("Stopped before it was sent.")).toHaveCount(4);
  await expect(ui.gallery.getByText("Developing")).toHaveCount(2);
});
