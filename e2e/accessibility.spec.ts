import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { MODELS, PLAIN, STREAMED } from "./support/models";
import { type StudioPage, studioPage } from "./support/studio-page";

test("does the main job with keys alone", async ({ ui, page }) => {
  const prompt = "made without a mouse";
  await expect(ui.generate).toBeEnabled();
  await tabTo(page, "Prompt");
  await page.keyboard.type(prompt);
  await tabTo(page, "Model");
  const places = MODELS.length;
  for (let press = 0; press < places && (await chosenModel(ui)) !== PLAIN.label; press += 1)
    await page.keyboard.press("ArrowDown");
  expect(await chosenModel(ui)).toBe(PLAIN.label);
  await tabTo(page, "Size");
  await page.keyboard.press("Home");
  await tabTo(page, "Images");
  await page.keyboard.press("ArrowUp");
  await tabTo(page, "Generate");
  await page.keyboard.press("Enter");
  await ui.expectFinished(prompt, 2);
  await tabTo(page, `${prompt}, 1 of 2`);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("button", { name: /2 of 2$/ }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Inspector")).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("d");
  expect((await downloading).suggestedFilename()).toMatch(/^made-without-a-mouse/);
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Inspector")).toBeHidden();
  await expect(page.getByRole("button", { name: /2 of 2$/ }).first()).toBeFocused();
});

test("says when each picture is finished", async ({ ui, page }) => {
  const prompt = "four that are announced";
  await page.evaluate(() => {
    const said: string[] = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest("[aria-live=polite]");
        if (region) said.push(region.textContent ?? "");
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  await ui.generateFrom({ prompt, model: STREAMED.label, images: 4 });
  await ui.expectFinished(prompt, 4);
  for (const number of [1, 2, 3, 4]) {
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(Reflect.get(window, "said"))))
      .toContain(`Image ${number} of 4 finished`);
  }
});

test("moves nothing when a person asked for less motion", async ({ api, session, visit }) => {
  const page = await visit(session.url, { reducedMotion: "reduce" });
  const ui = studioPage(page);
  const prompt = "still while it develops";
  await page.evaluate(() => {
    const moved: string[] = [];
    const note = (event: AnimationEvent | TransitionEvent) => {
      if (event.elapsedTime > 0.01 || event.type.endsWith("start"))
        moved.push(
          `${event.type} ${event instanceof AnimationEvent ? event.animationName : event.propertyName}`,
        );
    };
    addEventListener("animationiteration", note);
    addEventListener("animationend", note);
    addEventListener("transitionend", note);
    Object.assign(window, { moved });
  });
  const held = await api.hold(prompt);
  await ui.generateFrom({ prompt, model: STREAMED.label, options: { "Partial previews": 3 } });
  for (const number of [1, 2, 3]) {
    await held.next();
    await expect(ui.tiles(prompt)).toContainText(`preview ${number} of 3`);
  }
  await held.release();
  await ui.expectFinished(prompt);
  await ui.tiles(prompt).hover();
  expect(await page.evaluate(() => Reflect.get(window, "moved"))).toEqual([]);
});

function chosenModel(ui: StudioPage): Promise<string | null> {
  return ui.model.locator("option:checked").textContent();
}

/** Presses Tab until the control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return "";
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement
          ? element.labels
          : null;
      return (
        element.ariaLabel ??
        labels?.[0]?.textContent ??
        (element.textContent || element.querySelector("img")?.alt || "")
      );
    });
    if (focused.trim() === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${name}.`);
}
