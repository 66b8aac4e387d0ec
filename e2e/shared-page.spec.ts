import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { PLAIN, STREAMED } from "./support/models";
import { generationBody, makePictures, postGeneration, sendJson } from "./support/studio-client";
import { createShare } from "./support/visitor";

const GONE = "This gallery is not available";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const galleryOf = (page: Page) => page.getByRole("region", { name: "Gallery" });
const tilesOf = (page: Page) => galleryOf(page).getByRole("listitem");

/** A share of a session with finished pictures. */
async function makeShare(url: string, sessionId: string, more = {}) {
  await makePictures(url, { prompt: "a secret prompt", modelId: PLAIN.id, sessionId }, { imageCount: 3 });
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

test("develops pictures live, and moves nothing that is there", async ({ api, studio, session, visit }) => {
  const { link } = await makeShare(studio.url, session.id);
  const page = await visit(link);
  await expect(tilesOf(page)).toHaveCount(3);
  const widthOf = async () => (await tilesOf(page).last().boundingBox())?.width;
  const before = await widthOf();
  const fields = { prompt: "one that develops", modelId: STREAMED.id, sessionId: session.id };
  const held = await api.hold(fields.prompt);
  await postGeneration(studio.url, generationBody(fields, { options: { partials: 2 } }));
  const newest = tilesOf(page).first();
  await expect(tilesOf(page)).toHaveCount(4);
  await expect(newest).toContainText("Developing");
  await held.next();
  await expect(newest.getByRole("img")).toHaveAttribute("src", /\/partial-/);
  await held.release();
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

test("shows the calm page when it is revoked, told by the studio and without asking", async ({
  studio,
  session,
  visit,
  problems,
}) => {
  problems.expect(/status of 404|ERR_FAILED/);
  const { id, link } = await makeShare(studio.url, session.id);
  const streaming = (page: Page) => page.waitForResponse(/\/events$/);
  const page = await visit("about:blank");
  const opened = streaming(page);
  await page.goto(link);
  await opened;
  await tilesOf(page).first().getByRole("link").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  // A page that asks hears nothing.
  await page.route("**/gallery", (route) => route.abort());
  await sendJson(`${studio.url}/api/shares/${id}`, "PATCH", { revoked: true });
  await expect(page.getByRole("heading", { name: GONE })).toBeVisible();
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
