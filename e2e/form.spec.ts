import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { FREE_SIZE, PLAIN, STREAMED } from "./support/models";

test("loses nothing of the form on reload", async ({ ui, page }) => {
  await ui.compose({
    prompt: "typed and not sent",
    model: FREE_SIZE.label,
    options: { Quality: "High", "Output format": "WebP", Compression: 35 },
    images: 3,
  });
  await ui.chooseSize("1280x1024");
  await page.reload();
  await expect(ui.prompt).toHaveValue("typed and not sent");
  await expect(ui.model.locator("option:checked")).toHaveText(FREE_SIZE.label);
  await expect(ui.option("Quality")).toHaveValue("high");
  await expect(ui.option("Compression")).toHaveValue("35");
  await expect(ui.option("Width")).toHaveValue("1280");
  await expect(ui.images).toHaveValue("3");
});

test("keeps everything and sends the same key again when the studio did not answer", async ({
  ui,
  api,
  page,
  problems,
}) => {
  problems.expect(/ERR_FAILED/);
  const prompt = "sent twice, made once";
  await ui.compose({ prompt, model: PLAIN.label });
  await page.route("**/api/generations", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await ui.generate.click();
  await expect(ui.composer.getByRole("alert")).toContainText("The studio does not answer.");
  await expect(ui.prompt).toHaveValue(prompt);
  await page.unroute("**/api/generations");
  await ui.generate.click();
  await expect(ui.composer.getByRole("alert")).toBeEmpty();
  await ui.expectFinished(prompt);
  expect(await api.callsOf(prompt)).toHaveLength(1);
});

test("says so when the studio is gone at the first click, and generates once it is back", async ({
  ui,
  page,
  problems,
}) => {
  problems.expect(/net::ERR_INTERNET_DISCONNECTED/);
  const prompt = "typed before the lights went out";
  await ui.compose({ prompt, model: PLAIN.label });
  await page.context().setOffline(true);
  await ui.generate.click();
  await expect(ui.composer.getByRole("alert")).toContainText("The studio does not answer.");
  await page.context().setOffline(false);
  await ui.generate.click();
  await ui.expectFinished(prompt);
});

test("makes one generation of a double click", async ({ ui, api }) => {
  const prompt = "clicked twice";
  await ui.compose({ prompt, model: PLAIN.label });
  await ui.generate.dblclick();
  await ui.expectFinished(prompt);
  expect(await api.callsOf(prompt)).toHaveLength(1);
});

test("generates with Ctrl and Enter from the prompt", async ({ ui, page }) => {
  const prompt = "keys alone";
  await ui.compose({ prompt, model: PLAIN.label });
  await ui.prompt.press("Enter");
  await expect(ui.prompt).toHaveValue(`${prompt}\n`);
  await ui.prompt.fill(prompt);
  await page.keyboard.press("Control+Enter");
  await ui.expectFinished(prompt);
});

test("shows a refusal of the server at the field that it names", async ({ ui, api, page, problems }) => {
  problems.expect(/status of 400/);
  const prompt = "refused by the server";
  await page.route("**/api/generations", (route) => {
    const body = route.request().postDataJSON();
    return route.continue({ postData: { ...body, options: { ...body.options, size: "1x1" } } });
  });
  await ui.compose({ prompt, model: STREAMED.label });
  await ui.generate.click();
  await expect(ui.option("Size")).toHaveAccessibleDescription(/multiples of 16/);
  await expect(ui.option("Size")).toBeFocused();
  await expect(ui.prompt).toHaveValue(prompt);
  expect(await api.callsOf(prompt)).toEqual([]);
});
