import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

/** In the page once a document: to give it there again costs more than all of its rules. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe finds on a page, as one line a place; an empty list is a pass. Every rule, and no frames: there are none. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(source);
  return page.evaluate(async () => {
    if (!window.axe) throw new Error("axe is not in the page.");
    // Colours on their way from one scheme to the other are those of neither.
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    await frame();
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.all(changing.map((animation) => animation.finished.catch(() => undefined)));
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = "" }) =>
          `${id}: ${target.join(" ")} ${failureSummary.split("\n")[1] ?? ""}`,
      ),
    );
  });
}

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const THEMES = ["dark", "light"] as const;

/**
 * Holds that axe finds nothing on what is shown now, in light and dark, by default on a phone and a desk. Ends at the
 * last size, in light.
 */
export async function expectNothingForAxe(page: Page, sizes = [PHONE, DESK]): Promise<void> {
  // What is still on its way in has colours of its own.
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page), `${size.width} px, ${colorScheme}`).toEqual([]);
    }
  }
}

/** Holds the same for a view that only a phone has. */
export function expectNothingForAxeOnPhone(page: Page): Promise<void> {
  return expectNothingForAxe(page, [PHONE]);
}
