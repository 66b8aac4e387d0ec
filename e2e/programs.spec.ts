import { expect } from "@playwright/test";
import Dedalus from "dedalus-labs";
import OpenAI from "openai";
import { test } from "./fixtures";
import { makeToken } from "./support/api-token";
import { askAsHost } from "./support/ask-as-host";
import { PLAIN, STREAMED } from "./support/models";
import { openByCommand } from "./support/palette";
import { providerAt } from "./support/studio";
import { studioPage } from "./support/studio-page";

test("a program's pictures develop in the studio while they stream to it", async ({
  api,
  studio,
  session,
  ui,
}) => {
  const { secret } = await makeToken(studio.url, { sessionId: session.id });
  const prompt = "asked for by a program";
  const held = await api.hold(prompt);
  const client = new OpenAI({ baseURL: `${studio.url}/v1`, apiKey: secret });
  const asked = client.images.generate({ model: STREAMED.id, prompt, stream: true, partial_images: 2 });
  await held.next();
  await expect(ui.tiles(prompt)).toContainText("Developing, preview 1 of 2");
  const types: string[] = [];
  for await (const { type } of await asked) if (types.push(type) === 1) await held.release();
  expect(types).toEqual([
    "image_generation.partial_image",
    "image_generation.partial_image",
    "image_generation.completed",
  ]);
  await ui.expectFinished(prompt);
  expect(await api.callsOf(prompt)).toHaveLength(1);
});

test("a token is made, tried, limited and revoked in the studio, and seen once", async ({
  studio,
  ui,
  page,
}) => {
  await expect(ui.generate).toBeEnabled();
  const dialog = await openByCommand(page, "Providers and tokens", "Providers and tokens");
  await dialog.getByRole("button", { name: "Try it" }).first().click();
  await expect(dialog).toContainText("It answers and lists");
  await dialog.getByRole("button", { name: "New token" }).click();
  await dialog.getByRole("button", { name: "Make token" }).click();
  await expect(dialog).toContainText("Give it a name");
  const name = "Made in a test";
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Limit a month, in dollars").fill("5");
  await dialog.getByRole("button", { name: "Make token" }).click();
  const shown = dialog.getByLabel(`Token of ${name}`);
  await expect(shown).toBeFocused();
  const secret = await shown.inputValue();
  await dialog.getByRole("button", { name: "Try it" }).last().click();
  await expect(dialog).toContainText(/It works: \d+ models/);
  expect(await statusOf(studio.url, secret)).toBe(200);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(shown).toBeHidden();
  const row = dialog.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("of $5.00 this month");

  await row.getByRole("button", { name: `Limit of ${name}` }).click();
  await row.getByLabel("Limit a month, in dollars").fill("0");
  await row.getByRole("button", { name: "Save limit" }).click();
  await expect(row).toContainText("of $0.00 this month");
  const client = new OpenAI({ baseURL: `${studio.url}/v1`, apiKey: secret });
  const refused = client.images.generate({ model: PLAIN.id, prompt: "too dear" });
  await expect(refused).rejects.toMatchObject({ status: 429, code: "insufficient_quota" });

  await row.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeVisible();
  await row.getByRole("button", { name: `Revoke ${name}` }).click();
  await row.getByRole("button", { name: "Revoke for good" }).click();
  await expect(row).toContainText("Revoked");
  expect(await statusOf(studio.url, secret)).toBe(401);
});

test("an SDK whose studio is killed in the middle hears of it, and nothing is sent twice", async ({
  api,
  ownStudio,
  visit,
}) => {
  test.slow();
  const studio = await ownStudio(providerAt(api.baseUrl));
  const { secret } = await makeToken(studio.url);
  const prompt = "a studio that is killed";
  const held = await api.hold(prompt);
  const options = { baseURL: studio.url, apiKey: secret, maxRetries: 20 };
  const asked = new Dedalus(options).images
    .generate({ model: PLAIN.id, prompt })
    .catch((error: unknown) => error);
  await expect.poll(async () => (await api.callsOf(prompt)).length).toBe(1);
  await studio.end("SIGKILL");
  await held.release();
  await studio.start();
  expect(await asked).toMatchObject({ status: 500, error: { error: { code: "interrupted" } } });
  expect(await api.callsOf(prompt)).toHaveLength(1);
  const page = await visit(studio.url);
  await expect(studioPage(page).tiles(prompt)).toContainText("Outcome unknown");
});

test("programs are answered on the host that is named for them, and find nothing else there", async ({
  ownStudio,
}) => {
  const studio = await ownStudio({
    STUDIO_API_URL: "https://api.example.com",
    STUDIO_PUBLIC_URL: "https://gallery.example.com",
  });
  const { secret } = await makeToken(studio.url);
  const authorization = `Bearer ${secret}`;
  const ask = (path: string, host: string, method?: string) =>
    askAsHost(studio.url + path, { host, authorization }, method);
  for (const path of ["/v1/models", "/v1/models/", "//v1/models", `/v1/models/openai%2F${PLAIN.id}`]) {
    expect((await ask(path, "api.example.com")).status, path).toBe(200);
  }
  const broken = await ask("/v1/models/%ff", "api.example.com");
  expect([broken.status, JSON.parse(broken.body).error.code]).toEqual([404, "unknown_url"]);
  for (const path of ["/", "/api/sessions", "/api/tokens", "/api/admin/tokens", "/i/x/original-1"]) {
    expect((await ask(path, "api.example.com")).status, path).toBe(403);
  }
  for (const path of ["/v1/models", "/mcp"]) {
    expect((await ask(path, "gallery.example.com")).status, path).toBe(404);
    expect((await ask(path, "evil.example")).status, path).toBe(403);
    expect((await ask(path, "api.example.com.evil.example")).status, path).toBe(403);
  }
  for (const method of ["OPTIONS", "DELETE", "TRACE"]) {
    const { body } = await askAsHost(`${studio.url}/v1/models`, { host: "localhost" }, method);
    expect(JSON.parse(body).error.code, method).toBe("invalid_api_key");
  }
});

async function statusOf(studioUrl: string, secret: string): Promise<number> {
  const headers = { authorization: `Bearer ${secret}` };
  return (await fetch(`${studioUrl}/v1/models`, { headers })).status;
}
