import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { axeFindings } from "./support/axe";
import { PLAIN, STREAMED } from "./support/models";
import { generationBody, postGeneration, readGallery } from "./support/studio-client";
import { createShare } from "./support/visitor";

const GONE = "This gallery is not available";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const galleryOf = (page: Page) => page.getByRole("region", { name: "Gallery" });
const tilesOf = (page: Page) => galleryOf(page).getByRole("listitem");

/** Generates as a program would, and waits until all is finished. */
async function makePictures(url: string, sessionId: string, prompt: string, imageCount: number) {
  await postGeneration(url, generationBody({ prompt, modelId: PLAIN.id, sessionId }, { imageCount }));
  await expect
    .poll(async () =>
      (await readGallery(url, sessionId)).images.filter((image) => image.state === "completed"),
    )
    .toHaveLength(imageCount);
}

/** A share of a session with finished pictures. */
async function makeShare(url: string, sessionId: string, more = {}) {
  await makePictures(url, sessionId, "a secret prompt", 3);
  const share = await createShare(url, { sessionId, title: "Spring, first round", ...more });
  if (share.url === null) throw new Error("The share has no link.");
  return { id: share.id, link: share.url };
}

test("shows pictures, and pages through them, without a script", async ({ studio, session, visit }) => {
  const { link } = await makeShare(studio.url, session.id, { allowDownload: true });
  const page = await visit(link, { javaScriptEnabled: false });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Spring, first round");
  await expect(page.getByText("3 pictures")).toBeVisible();
  await expect(tilesOf(page)).toHaveCount(3);
  await page.getByRole("img", { name: "Picture 1" }).click();
  const viewer = page.getByRole("dialog", { name: "Picture 1" });
  await expect(viewer.getByText("1 of 3")).toBeVisible();
  await expect(viewer.getByRole("button", { name: "Download" })).toHaveAttribute("href", /\/download$/);
  await viewer.getByRole("button", { name: "Next picture" }).click();
  const next = page.getByRole("dialog", { name: "Picture 2" });
  const width = (image: SVGElement | HTMLElement) => image instanceof HTMLImageElement && image.naturalWidth;
  await expect.poll(() => next.getByRole("img").evaluate(width)).toBeGreaterThan(0);
  await next.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(tilesOf(page)).toHaveCount(3);
  expect(await page.content()).not.toContain("secret prompt");
});

test("opens with keys, goes back with Back, and gives the focus back", async ({ studio, session, visit }) => {
  const { link } = await makeShare(studio.url, session.id);
  const page = await visit(link);
  const first = galleryOf(page).getByRole("link", { name: "Picture 1" });
  await expect(page.getByRole("button", { name: "My picks" })).toBeVisible();
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Picture 1" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("dialog", { name: "Picture 2" })).toBeVisible();
  await page.keyboard.press("End");
  await expect(page.getByRole("dialog", { name: "Picture 3" })).toBeVisible();
  await expect(page).toHaveURL(/\?picture=/);
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(galleryOf(page).getByRole("link", { name: "Picture 3" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Picture 3" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(link);
});

test("develops pictures live, and moves nothing that is there", async ({ studio, session, visit }) => {
  const { link } = await makeShare(studio.url, session.id);
  const page = await visit(link);
  await expect(tilesOf(page)).toHaveCount(3);
  const widthOf = async () => (await tilesOf(page).last().boundingBox())?.width;
  const before = await widthOf();
  const fields = { prompt: "one that develops", modelId: STREAMED.id, sessionId: session.id };
  await postGeneration(studio.url, generationBody(fields, { options: { partials: 2 } }));
  const newest = tilesOf(page).first();
  await expect(newest).toContainText(/Waiting|Developing/);
  await expect(tilesOf(page)).toHaveCount(4);
  await expect(newest.getByRole("img")).toHaveAttribute("src", /\/thumbnail-/);
  await expect(page.getByRole("log")).toContainText("A new picture arrived");
  expect(await widthOf()).toBe(before);
});

test("asks for a name once, and brings picks and comments to the studio", async ({
  studio,
  session,
  visit,
}) => {
  const { link } = await makeShare(studio.url, session.id);
  const page = await visit(link);
  const reviewOf = async () => (await fetch(`${studio.url}/api/sessions/${session.id}/review`)).json();
  const tile = tilesOf(page).first();
  await tile.hover();
  await tile.getByRole("button", { name: "Pick" }).click();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ana");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(tile.getByRole("button", { name: "Pick" })).toHaveAttribute("aria-pressed", "true");
  await expect.poll(reviewOf).toMatchObject({ marks: [{ mark: "pick", visitorName: "Ana" }] });
  await page.getByRole("button", { name: "My picks" }).click();
  await expect(tilesOf(page)).toHaveCount(1);
  await tile.getByRole("link").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("c");
  await page.getByRole("button", { name: "Add a pin" }).click();
  await page.keyboard.press("ArrowRight");
  const text = "<b>warmer</b> \u202Eplease";
  await page.getByRole("textbox", { name: "Comment" }).fill(text);
  await page.reload();
  await page.getByRole("button", { name: /^Comments/ }).click();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue(text);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(
    page.getByRole("region", { name: "Comments" }).getByText("<b>warmer</b> please"),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Pin 1", exact: true })).toBeVisible();
  await expect
    .poll(reviewOf)
    .toMatchObject({ comments: [{ text: "<b>warmer</b> please", pin: { x: 0.51, y: 0.5 } }] });
});

test("takes back a pick that is refused, and says so", async ({ studio, session, visit, problems }) => {
  problems.expect(/status of 500/);
  const { link } = await makeShare(studio.url, session.id);
  const page = await visit(link);
  await page.route("**/marks", (route) => route.fulfill({ status: 500, json: {} }));
  const pick = tilesOf(page).first().getByRole("button", { name: "Pick" });
  await tilesOf(page).first().hover();
  await pick.click();
  await page.getByRole("textbox", { name: "Your name" }).fill("Ana");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("Your pick is not kept.")).toBeVisible();
  await expect(pick).toHaveAttribute("aria-pressed", "false");
});

test("shows the calm page within two seconds of being revoked", async ({
  studio,
  session,
  visit,
  problems,
}) => {
  problems.expect(/status of 404/);
  const { id, link } = await makeShare(studio.url, session.id);
  const streaming = (page: Page) => page.waitForResponse(/\/events$/);
  const page = await visit("about:blank");
  const opened = streaming(page);
  await page.goto(link);
  await opened;
  await tilesOf(page).first().getByRole("link").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  const body = JSON.stringify({ revoked: true });
  const headers = { "content-type": "application/json" };
  await fetch(`${studio.url}/api/shares/${id}`, { method: "PATCH", headers, body });
  await expect(page.getByRole("heading", { name: GONE })).toBeVisible({ timeout: 2_000 });
  await expect(page.getByRole("img")).toHaveCount(0);
  await expect(page.getByRole("link")).toHaveCount(0);
  const again = await page.reload();
  expect(again?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: GONE })).toBeVisible();
});

test("opens a locked gallery with its password alone, and tells nothing before", async ({
  studio,
  session,
  visit,
}) => {
  const { link } = await makeShare(studio.url, session.id, { password: "opensesame" });
  const page = await visit(link, { javaScriptEnabled: false });
  await expect(page.getByRole("heading", { name: "This gallery has a password" })).toBeVisible();
  expect(await page.content()).not.toContain("Spring");
  await page.getByLabel("Password").fill("wrong one");
  await page.getByRole("button", { name: "Open the gallery" }).click();
  await expect(page.getByText("That is not the password.")).toBeVisible();
  await page.getByLabel("Password").fill("opensesame");
  await page.getByRole("button", { name: "Open the gallery" }).click();
  await expect(tilesOf(page)).toHaveCount(3);
});

test("leaves nothing to find for axe", async ({ studio, session, visit, problems }) => {
  problems.expect(/status of 404/);
  const { link } = await makeShare(studio.url, session.id, { allowDownload: true });
  for (const options of [{ viewport: { width: 1440, height: 900 } }, phone]) {
    const page = await visit(link, { ...options, reducedMotion: "reduce" });
    const inspect = async (what: string) => {
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const width = options.viewport.width;
        expect.soft(await axeFindings(page), `${what}, ${width} px, ${colorScheme}`).toEqual([]);
      }
    };
    await expect(page.getByRole("button", { name: "My picks" })).toBeVisible();
    await inspect("pictures");
    await tilesOf(page).first().getByRole("link").click();
    await page.getByRole("button", { name: /^Comments/ }).click();
    await page.getByRole("button", { name: "Add a pin" }).click();
    await inspect("viewer with comments");
    await page.goto(`${link}/embed`);
    await inspect("embed");
    await page.goto(`${studio.url}/g/nothing`);
    await inspect("not available");
  }
});

test("moves nothing while it loads on a phone, and has targets for fingers", async ({
  studio,
  session,
  visit,
}) => {
  const { link } = await makeShare(studio.url, session.id);
  const page = await visit(link, phone);
  await expect(tilesOf(page)).toHaveCount(3);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, "value"));
        }).observe({ type: "layout-shift", buffered: true });
        // What was noted before is told in a task of its own, which two frames outlast.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
  expect(shift).toBe(0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, a")].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      return height > 0 && (height < 44 || width < 38) ? [control.outerHTML.slice(0, 80)] : [];
    }),
  );
  expect(small).toEqual([]);
});
