import { expect, type Page } from "@playwright/test";
import { test } from "../fixtures";
import { expectNothingForAxe } from "../support/axe";
import { createShare } from "../support/visitor";

const DEVICES = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

for (const [device, options] of Object.entries(DEVICES)) {
  const look = { ...options, reducedMotion: "reduce" } as const;
  const expectNothing = (page: Page) => expectNothingForAxe(page, [options.viewport]);

  test.describe(`on a ${device}`, () => {
    test("leaves nothing to find for axe in a shared gallery", async ({ shown, visit }) => {
      const page = await visit(shown.link, look);
      await expect(page.getByRole("button", { name: "My picks" })).toBeVisible();
      await expectNothing(page);
    });

    test("leaves nothing to find for axe in its viewer, with comments and a pin", async ({
      shown,
      visit,
    }) => {
      const page = await visit(shown.link, look);
      await expect(page.getByRole("button", { name: "My picks" })).toBeVisible();
      await page.getByRole("region", { name: "Gallery" }).getByRole("link").last().click();
      await page.getByRole("button", { name: /^Comments/ }).click();
      await expect(page.getByText("Brighter here, please.")).toBeVisible();
      await page.getByRole("button", { name: "Add a pin" }).click();
      await expectNothing(page);
    });

    test("leaves nothing to find for axe in a gallery within another page", async ({ shown, visit }) => {
      const page = await visit(`${shown.link}/embed`, look);
      await expect(page.getByRole("img").first()).toBeVisible();
      await expectNothing(page);
    });

    test("leaves nothing to find for axe where a gallery is not available", async ({
      studio,
      visit,
      problems,
    }) => {
      problems.expect(/status of 404/);
      const page = await visit(`${studio.url}/g/nothing`, look);
      await expect(page.getByRole("heading", { name: "This gallery is not available" })).toBeVisible();
      await expectNothing(page);
    });

    test("leaves nothing to find for axe before a password", async ({ studio, session, visit }) => {
      const locked = await createShare(studio.url, {
        ...{ sessionId: session.id, title: "Locked", password: "opensesame" },
      });
      const page = await visit(locked.url ?? "", look);
      await expect(page.getByRole("heading", { name: "This gallery has a password" })).toBeVisible();
      await expectNothing(page);
    });
  });
}
