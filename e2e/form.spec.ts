import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { FREE_SIZE, MODELS, modelWith, PLAIN, SINGLE, STREAMED } from "./support/models";

test("resolves transparent with jpeg, and says why", async ({ ui }) => {
  await expect(ui.generate).toBeEnabled();
  await ui.model.selectOption({ label: STREAMED.label });
  await ui.option("Background").selectOption("transparent");
  await ui.option("Output format").selectOption("jpeg");
  await expect(ui.composer).toContainText(
    "Background was reset. Background Transparent needs output format PNG or WebP.",
  );
  await expect(ui.option("Background")).toHaveValue("auto");
  await ui.option("Background").selectOption("transparent");
  await expect(ui.option("Output format")).toHaveValue("png");
  await expect(ui.composer).toContainText("Output format is now PNG.");
});

test("keeps compression disabled with the reason until the format is lossy", async ({ ui }) => {
  await expect(ui.generate).toBeEnabled();
  await ui.model.selectOption({ label: STREAMED.label });
  const compression = ui.option("Compression");
  await expect(compression).toBeDisabled();
  await expect(compression).toHaveAccessibleDescription(/[Nn]eeds output format JPEG or WebP\./);
  for (const format of ["jpeg", "webp"]) {
    await ui.option("Output format").selectOption(format);
    await expect(compression).toBeEnabled();
  }
  await compression.fill("40");
  await ui.option("Output format").selectOption("png");
  await expect(compression).toBeDisabled();
  await expect(ui.composer).toContainText("Compression was reset.");
});

test("checks a typed size at every key", async ({ ui, api }) => {
  await expect(ui.generate).toBeEnabled();
  await ui.model.selectOption({ label: FREE_SIZE.label });
  await ui.option("Size").selectOption({ label: "Custom" });
  const [width, height] = [ui.option("Width"), ui.option("Height")];
  for (const [typed, problem] of [
    [["1000", "1024"], /multiples of 16/],
    [["3856", "2048"], /longest edge may be 3840/],
    [["3200", "1024"], /ratio/],
    [["512", "512"], /At least 655,360 pixels/],
    [["3840", "3200"], /At most 8,294,400 pixels/],
    [["", "1024"], /whole numbers/],
  ] as const) {
    await width.fill(typed[0]);
    await height.fill(typed[1]);
    await expect(width).toHaveAccessibleDescription(problem);
  }
  const prompt = "a size that is wrong";
  await ui.prompt.fill(prompt);
  await ui.generate.click();
  await expect(ui.composer.getByRole("spinbutton", { name: /Width|Height/ }).first()).toBeFocused();
  await width.fill("1280");
  await height.fill("1024");
  await expect(width).not.toHaveAttribute("aria-invalid", "true");
  expect(await api.callsOf(prompt)).toEqual([]);
  await ui.generate.click();
  await ui.expectFinished(prompt);
  const [call] = await api.callsOf(prompt);
  expect(call?.body).toMatchObject({ size: "1280x1024" });
});

test("refuses an empty prompt and one that is too long, at the prompt", async ({ ui }) => {
  await expect(ui.generate).toBeEnabled();
  await ui.model.selectOption({ label: PLAIN.label });
  await ui.prompt.fill("   ");
  await ui.generate.click();
  await expect(ui.prompt).toBeFocused();
  await expect(ui.prompt).toHaveAccessibleDescription(/Write a prompt first/);
  await ui.prompt.fill("a".repeat(PLAIN.promptCharsMax + 1));
  await expect(ui.prompt).toHaveAttribute("aria-invalid", "true");
  await ui.generate.click();
  await expect(ui.prompt).toHaveAccessibleDescription(/at most 1,000 characters/);
  await ui.model.selectOption({ label: STREAMED.label });
  await expect(ui.prompt).not.toHaveAttribute("aria-invalid", "true");
});

test("keeps, maps or drops choices when the model changes, and says which", async ({ ui }) => {
  await expect(ui.generate).toBeEnabled();
  await ui.model.selectOption({ label: SINGLE.label });
  await ui.option("Quality").selectOption("hd");
  await ui.option("Style").selectOption("natural");
  await ui.option("Size").selectOption("1792x1024");
  await ui.prompt.fill("kept words");
  const other = modelWith(
    ({ options }) =>
      options.moderation !== undefined && options.size?.kind === "size" && !options.size.custom,
  );
  await ui.model.selectOption({ label: other.label });
  await expect(ui.option("Quality")).toHaveValue("high");
  await expect(ui.option("Size")).toHaveValue("1536x1024");
  await expect(ui.composer).toContainText("Dropped: Style Natural.");
  await expect(ui.composer).toContainText("Quality HD is now High.");
  await expect(ui.prompt).toHaveValue("kept words");
});

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

test("offers every row of the table", async ({ ui }) => {
  await expect(ui.model.locator("option")).toHaveText(MODELS.map(({ label }) => label));
});
