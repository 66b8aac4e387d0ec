import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { PLAIN } from "./support/models";
import { makePictures, readGallery } from "./support/studio-client";
import type { StudioPage } from "./support/studio-page";
import { createShare, visitAs } from "./support/visitor";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Share gallery" });
const listOf = (page: Page) => page.getByRole("dialog", { name: "Shared galleries" });
const rowOf = (page: Page, title: string) => listOf(page).getByRole("listitem").filter({ hasText: title });

/** Makes a finished picture of each prompt, and gives their ids in the same order. */
async function makeOneOfEach(ui: StudioPage, session: { id: string; url: string }, prompts: string[]) {
  const ids: string[] = [];
  for (const prompt of prompts) {
    const fields = { prompt, modelId: PLAIN.id, sessionId: session.id };
    ids.push(...(await makePictures(new URL(session.url).origin, fields)));
    await ui.expectFinished(prompt);
  }
  return ids;
}

/** What a visitor gets, without a browser. */
async function picturesAt(link: string): Promise<number> {
  const response = await fetch(`${link}/gallery`);
  return response.ok ? (await response.json()).pictureCount : response.status;
}

test("shares a session, keeps what was typed when it is refused, and gives the link", async ({
  ui,
  page,
  session,
  problems,
}) => {
  problems.expect(/status of 400.*\/api\/shares/);
  await makeOneOfEach(ui, session, ["shared by its session"]);
  const button = page.getByRole("button", { name: "Share", exact: true });
  await button.click();
  const dialog = dialogOf(page);
  await expect(dialog.getByLabel("Title")).toBeFocused();
  await dialog.getByLabel("Title").fill("For Ana");
  await dialog.getByLabel("Password", { exact: true }).fill("abc");
  await dialog.getByLabel("Ends").selectOption("In a week");
  await dialog.getByLabel("Show prompts").check();
  await dialog.getByRole("button", { name: "Create link" }).click();
  await expect(dialog.getByText("A password has at least 4 characters.")).toBeVisible();
  await expect(dialog.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(dialog.getByLabel("Title")).toHaveValue("For Ana");
  await expect(dialog.getByLabel("Show prompts")).toBeChecked();
  await dialog.getByLabel("Password", { exact: true }).fill("");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const link = dialog.getByLabel(/^Link to/);
  await expect(link).toBeFocused();
  expect(await picturesAt(await link.inputValue())).toBe(1);
  await expect(dialog.getByRole("list", { name: "What the link opens" })).toContainText("Shows prompts");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(ui.gallery).toBeVisible();
});

test("shares what is selected, a picture, and favourites", async ({ ui, page, session }) => {
  const [, newest] = await makeOneOfEach(ui, session, ["older of two", "newer of two"]);
  const share = async () => {
    const dialog = dialogOf(page);
    await dialog.getByRole("button", { name: "Create link" }).click();
    const link = await dialog.getByLabel(/^Link to/).inputValue();
    await dialog.getByRole("button", { name: "Done" }).click();
    return link;
  };
  await ui.tiles("newer of two").getByRole("button", { name: "newer of two" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("group", { name: "Selection" }).getByRole("button", { name: "Share" }).click();
  await expect(dialogOf(page).getByLabel("Selected pictures (1)")).toBeChecked();
  const selected = await (await fetch(`${await share()}/gallery`)).json();
  expect(selected.pictures.map(({ id }: { id: string }) => id)).toEqual([newest]);
  await page.keyboard.press("Escape");

  await ui.tiles("older of two").getByRole("button", { name: "older of two" }).click();
  await page.getByLabel("Inspector").getByRole("button", { name: "Share" }).click();
  expect(await picturesAt(await share())).toBe(1);
  await page.getByLabel("Inspector").getByRole("button", { name: "Favourite" }).click();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Share", exact: true }).click();
  await dialogOf(page).getByLabel("Favourites of this session").check();
  expect(await picturesAt(await share())).toBe(1);
});

test("lists shares, edits one, revokes it for good and deletes it", async ({ ui, page, session, studio }) => {
  await expect(ui.generate).toBeEnabled();
  const title = `listed ${session.id}`;
  await createShare(studio.url, { sessionId: session.id, title });
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find a command or a session" }).fill("Shared galleries");
  await page.keyboard.press("Enter");
  const row = rowOf(page, title);
  await expect(row).toContainText("Open");
  await row.getByRole("button", { name: "Edit" }).click();
  await listOf(page).getByLabel("Title").fill(`${title}, changed`);
  await listOf(page).getByLabel("Ends").selectOption("In a day");
  await listOf(page).getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("Ends in 23 hours");
  await expect(row).toContainText(`${title}, changed`);

  await row.getByRole("button", { name: "Revoke" }).click();
  await expect(row.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row.getByRole("button", { name: "Revoke", exact: true })).toBeFocused();
  await row.getByRole("button", { name: "Revoke", exact: true }).click();
  await row.getByRole("button", { name: "Revoke for good" }).click();
  await expect(row).toContainText("Revoked");
  await expect(row.getByRole("button", { name: "Copy link" })).toBeHidden();

  await row.getByRole("button", { name: "Delete" }).click();
  await row.getByRole("button", { name: "Delete for good" }).click();
  await expect(row).toBeHidden();
  await expect(listOf(page).getByRole("heading", { name: "Shared galleries" })).toBeFocused();
});

test("shows picks and comments of visitors as they come, and answers them", async ({
  ui,
  page,
  session,
  studio,
}) => {
  const prompts = ["picked by visitors", "nobody looks at this"];
  const [imageId = ""] = await makeOneOfEach(ui, session, prompts);
  const { url } = await createShare(studio.url, { sessionId: session.id, title: "Live" });
  const ana = await visitAs(url ?? "", "Ana");
  const ben = await visitAs(url ?? "", "Ben <b>");
  expect((await ana.mark(imageId, "pick")).status).toBe(200);
  const tile = ui.tiles("picked by visitors");
  await expect(tile).toContainText("Picked by Ana");
  await ben.mark(imageId, "pick");
  await expect(tile).toContainText("Picked by Ana and Ben <b>");
  await expect(page.getByRole("log").filter({ hasText: "Ben <b> picked a picture" })).toBeAttached();

  const words = `<img src=x onerror="throw 1"> ${"long".repeat(60)}`;
  expect((await ana.comment(imageId, words, { x: 0.25, y: 0.75 })).status).toBe(201);
  const toast = page.getByRole("status").filter({ hasText: "Ana commented on a picture" });
  await toast.getByRole("button", { name: "Show" }).click();
  const review = page.getByLabel("Inspector").getByRole("region", { name: "Review" });
  await expect(review).toContainText(words);
  await expect(review.locator("img")).toHaveCount(0);
  const pin = page.getByRole("button", { name: "Comment 1 by Ana" });
  await pin.click();
  const thread = review.getByRole("listitem");
  await expect(thread).toBeFocused();
  await thread.getByRole("button", { name: "Reply", exact: true }).click();
  await page.keyboard.type("fixed it");
  await page.keyboard.press("Control+Enter");
  await expect(thread).toContainText("fixed it");
  await expect(thread.getByRole("button", { name: "Reply", exact: true })).toBeFocused();
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(thread).toContainText("Resolved");
  await thread.getByRole("button", { name: "Reopen" }).click();
  await expect(thread).not.toContainText("Resolved");
  await thread.getByRole("button", { name: "Delete comment" }).click();
  await expect(review).not.toContainText(words);
  await page.keyboard.press("Escape");

  await page.getByRole("combobox", { name: "Picked by" }).selectOption({ label: "Picked by Ana (1)" });
  await expect(ui.tiles("nobody looks at this")).toHaveCount(0);
  await expect(tile).toHaveCount(1);
  await ana.mark(imageId, null);
  await expect(tile).toHaveCount(0);
});

test("iterates from picks, one after the other, and keeps the lineage", async ({
  ui,
  page,
  session,
  studio,
}) => {
  const [less = "", most = ""] = await makeOneOfEach(ui, session, ["less wanted", "most wanted"]);
  const { url } = await createShare(studio.url, { sessionId: session.id, title: "Round" });
  for (const name of ["Ana", "Ben"]) {
    const visitor = await visitAs(url ?? "", name);
    await visitor.mark(most, "pick");
    if (name === "Ana") await visitor.mark(less, "pick");
  }
  await page.getByRole("combobox", { name: "Picked by" }).selectOption({ label: "Picked by anyone" });
  await page.getByRole("button", { name: "Iterate from picks" }).click();
  await expect(ui.composer).toContainText("Pick 1 of 2");
  await expect(ui.prompt).toHaveValue("most wanted");
  await page.getByRole("combobox", { name: "Picked by" }).selectOption({ label: "All pictures" });
  await ui.prompt.fill("most wanted, once more");
  await ui.generate.click();
  await ui.expectFinished("most wanted, once more");
  await expect(ui.composer).toContainText("Pick 1 of 2");
  const next = ui.composer.getByRole("button", { name: "Next pick" });
  await next.click();
  await expect(ui.composer).toContainText("Pick 2 of 2");
  await expect(ui.prompt).toHaveValue("less wanted");
  await ui.prompt.fill("less wanted, once more");
  await ui.generate.click();
  await ui.expectFinished("less wanted, once more");
  const { generations } = await readGallery(studio.url, session.id);
  const parentOf = (prompt: string) => generations.find((row) => row.prompt === prompt)?.parentImageId;
  expect(parentOf("most wanted, once more")).toBe(most);
  expect(parentOf("less wanted, once more")).toBe(less);
});
