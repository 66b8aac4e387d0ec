import { request as httpRequest } from "node:http";
import { expect } from "@playwright/test";
import * as z from "zod";
import { test } from "./fixtures";
import { createSession } from "./support/studio-client";
import { createShare } from "./support/visitor";

const manifestSchema = z.object({
  name: z.literal("Safelight"),
  display: z.literal("standalone"),
  start_url: z.string(),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string() })),
  shortcuts: z.array(z.object({ name: z.string(), url: z.string() })),
});

test("a browser finds what it needs to install the studio", async ({ page, session, request }) => {
  await page.goto(session.url);
  const hrefOf = async (rel: string) => (await page.locator(`link[rel="${rel}"]`).getAttribute("href")) ?? "";
  const at = (path: string) => new URL(path, session.url).href;
  const manifest = await request.get(at(await hrefOf("manifest")));
  expect(manifest.headers()["content-type"]).toContain("application/manifest+json");
  const { icons, shortcuts, start_url } = manifestSchema.parse(await manifest.json());
  const pictures = [
    ...icons.map(({ src }) => src),
    ...[await hrefOf("icon"), await hrefOf("apple-touch-icon"), "/favicon.ico"],
  ];
  for (const path of pictures) {
    const answer = await request.get(at(path));
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toMatch(/^image\//);
  }
  for (const path of [start_url, ...shortcuts.map(({ url }) => url)]) {
    expect((await request.get(at(path))).status(), path).toBe(200);
  }
  expect(await (await request.get(at("/robots.txt"))).text()).toContain("Disallow: /\n");
});

test("the shortcut makes a new session once, ready to be written in", async ({ studio, visit }) => {
  const page = await visit(`${studio.url}/?new=session`);
  await page.waitForURL(/\/s\/[0-9a-f-]+$/);
  await expect(page.getByRole("heading", { name: "Untitled" })).toBeVisible();
  const made = page.url();
  await page.goBack();
  await expect(page).toHaveURL(`${studio.url}/`);
  await page.goForward();
  await expect(page).toHaveURL(made);
});

test("on the galleries' host there is nothing of it but the icon", async ({ ownStudio }) => {
  const studio = await ownStudio({ STUDIO_PUBLIC_URL: "http://gallery.test" });
  const ask = (path: string, host: string) => {
    const { hostname, port } = new URL(studio.url);
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
    const asked = httpRequest({ hostname, port, path, headers: { host } }, async (response) => {
      const chunks = await Array.fromAsync(response, String);
      resolve({ status: response.statusCode ?? 0, body: chunks.join("") });
    });
    asked.on("error", reject).end();
    return promise;
  };
  for (const path of ["/manifest.webmanifest", "/icon.svg", "/icon-192.png", "/favicon.ico", "/robots.txt"]) {
    expect((await ask(path, new URL(studio.url).host)).status, path).toBe(200);
    expect((await ask(path, "gallery.test")).status, path).toBe(404);
    expect((await ask(path, "evil.test")).status, path).toBe(403);
  }
  const sessionId = await createSession(studio.url, "Foxes");
  const { url } = await createShare(studio.url, { sessionId, title: "Foxes" });
  const { body } = await ask(new URL(url ?? "").pathname, "gallery.test");
  const [, icon = ""] = /<link rel="icon"[^>]* href="([^"]+)"/.exec(body) ?? [];
  const { status, body: svg } = await ask(icon, "gallery.test");
  expect(status).toBe(200);
  expect(svg).toContain("<title>Safelight</title>");
  expect(body).not.toContain("manifest");
});
