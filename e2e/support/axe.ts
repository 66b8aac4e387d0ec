import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe finds on a page, as one line a place; an empty list is a pass. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = "" }) =>
        `${id}: ${target.join(" ")} ${failureSummary.split("\n")[1] ?? ""}`,
    ),
  );
}

const WIDTHS = [1440, 390];
const THEMES = ["light", "dark"] as const;

/** Holds that axe finds nothing on what is shown now, on a desk and a phone, in light and dark. Ends on a desk, in light. */
export async function expectNothingForAxe(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const width of WIDTHS.toReversed()) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of THEMES.toReversed()) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page), `${where}, ${width} px, ${colorScheme}`).toEqual([]);
    }
  }
}
