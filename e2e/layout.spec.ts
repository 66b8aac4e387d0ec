import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { MODELS, STREAMED } from "./support/models";
import { studioPage } from "./support/studio-page";

/** Compressed bytes of JavaScript on a first visit. */
const SCRIPT_BYTES_MAX = 215 * 1024;

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`shifts nothing while pictures develop: ${viewport.width} px`, async ({ api, session, visit }) => {
    const page = await visit(session.url, { viewport });
    const ui = studioPage(page);
    const prompt = `developing in place at ${viewport.width}`;
    const held = await api.hold(prompt);
    await expect(ui.generate).toBeEnabled();
    if (viewport.width < 641) await ui.composer.getByRole("button", { name: "Options" }).click();
    await ui.compose({ prompt, model: STREAMED.label, options: { "Partial previews": 3 }, images: 4 });
    await ui.generate.click();
    await expect(ui.tiles(prompt)).toHaveCount(4);
    const shifts = await recordShifts(page);
    for (const number of [1, 2, 3]) {
      await held.next();
      await expect(ui.tiles(prompt).filter({ hasText: `preview ${number} of 3` })).toHaveCount(4);
    }
    await held.next();
    await ui.expectFinished(prompt, 4);
    await expect(ui.picture(prompt).last()).toHaveAttribute("src", /thumbnail/);
    expect(await shifts()).toEqual([]);
  });
}

test("shifts nothing from the first byte on, and when tiles take their places", async ({
  ui,
  page,
  session,
}) => {
  const prompt = "takes its place";
  await ui.generateFrom({ prompt, model: STREAMED.label });
  await ui.expectFinished(prompt);
  await page.goto("about:blank");
  await page.addInitScript(observeShifts);
  await page.goto(session.url);
  await expect(ui.generate).toBeEnabled();
  await expect(ui.picture(prompt)).toHaveAttribute("src", /thumbnail/);
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
});

test("shifts nothing when the model changes", async ({ ui, page }) => {
  await expect(ui.generate).toBeEnabled();
  const shifts = await recordShifts(page);
  const before = await ui.generate.boundingBox();
  for (const { label } of MODELS) {
    await ui.model.selectOption({ label });
    expect(await ui.generate.boundingBox(), label).toEqual(before);
  }
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await shifts()).toEqual([]);
});

test("scrolls sideways nowhere", async ({ ui, page }) => {
  const prompt = `a-word-without-any-end-${"that-goes-on-".repeat(30)}`;
  await ui.generateFrom({ prompt, model: STREAMED.label, images: 3 });
  await ui.expectFinished(prompt, 3);
  for (const width of [320, 390, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { overflowX } = getComputedStyle(element);
          return (
            element.scrollWidth > element.clientWidth + 1 &&
            (overflowX === "auto" || overflowX === "scroll" || element === document.scrollingElement)
          );
        })
        .map((element) => `${element.tagName} ${element.className}`),
    );
    expect(wide, `at ${width} px`).toEqual([]);
  }
});

test("loads at most 215 KB of compressed JavaScript at first, with pictures or without", async ({
  session,
  visit,
}) => {
  const empty = await firstLoadBytes(await visit("about:blank"), session.url);
  const ui = studioPage(await visit(session.url));
  await ui.generateFrom({ prompt: "there when someone comes", model: STREAMED.label });
  await ui.expectFinished("there when someone comes");
  const filled = await firstLoadBytes(await visit("about:blank"), session.url);
  const words = [empty, filled].map((bytes) => `${(bytes / 1024).toFixed(1)} KB`).join(" empty, ");
  process.stdout.write(`First load: ${words} with pictures\n`);
  expect(empty).toBeGreaterThan(50 * 1024);
  expect(empty).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
  expect(filled).toBeLessThanOrEqual(SCRIPT_BYTES_MAX);
});

/** Compressed bytes of all scripts that a page fetches until it is ready to be used. */
async function firstLoadBytes(page: Page, url: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(url, { waitUntil: "load" });
  await expect(studioPage(page).generate).toBeEnabled();
  // What a page still asks for by itself comes while it is idle.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Runs in the page: writes down every layout shift from now on, with what moved. */
function observeShifts(): void {
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const sources: { node: Node | null }[] = Reflect.get(entry, "sources");
      const names = sources.map(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 120) : String(node),
      );
      shifts.push(`${Reflect.get(entry, "value")}: ${names.join(" | ")}`);
    }
  }).observe({ type: "layout-shift", buffered: false });
}

async function recordShifts(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(observeShifts);
  return () => page.evaluate(() => Reflect.get(window, "shifts"));
}
