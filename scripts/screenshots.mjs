/** Makes the pictures of the README from the built studio and its offline provider: npm run screenshots */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "./lib/browser.mjs";
import { requireProjectNode } from "./lib/require-node.mjs";
import { root } from "./lib/root.mjs";

const PORT = "3899";
const studio = `http://127.0.0.1:${PORT}`;
const SCENES = [
  { prompt: "a lighthouse at dusk in a storm, watercolor", images: "4" },
  { prompt: "still life with pears and a blue bottle, oil painting", images: "3" },
  { prompt: "city skyline at night in the rain, neon", images: "4" },
  { prompt: "desert dunes under two moons, poster", images: "3" },
];

requireProjectNode();
const dataFolder = await mkdtemp(join(tmpdir(), "safelight-screenshots-"));
const folder = join(root, "docs", "screenshots");
await mkdir(folder, { recursive: true });
const server = spawn(process.execPath, [join(root, "scripts", "serve.mjs")], {
  cwd: root,
  stdio: "ignore",
  env: {
    ...process.env,
    PORT,
    STUDIO_DATA_DIR: dataFolder,
    STUDIO_OFFLINE_PACE_MS: "50",
    OPENAI_API_KEY: "",
    DEDALUS_API_KEY: "",
  },
});
try {
  await untilReady();
  const executablePath = findBrowser(process.env);
  const browser = await chromium.launch({
    args: ["--no-sandbox", "--disable-gpu"],
    ...(executablePath && { executablePath }),
  });
  await drawScenes(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  await take(browser, "studio-light", { colorScheme: "light", viewport: { width: 1440, height: 900 } });
  await take(browser, "studio-dark", { colorScheme: "dark", viewport: { width: 1440, height: 900 } });
  await take(browser, "phone", {
    colorScheme: "light",
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
  });
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true };
  await take(browser, "gallery", { colorScheme: "light", ...phone }, await shareSession());
  await browser.close();
} finally {
  server.kill();
  await once(server, "exit");
  await rm(dataFolder, { recursive: true, force: true });
}

/** The address of a gallery with all that was drawn. */
async function shareSession() {
  const { sessions } = await (await fetch(`${studio}/api/sessions`)).json();
  const response = await fetch(`${studio}/api/shares`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sessionId: sessions[0].id, title: "Winter campaign, round one" }),
  });
  return (await response.json()).url;
}

/** @param {import("@playwright/test").Page} page */
async function drawScenes(page) {
  await page.goto(studio);
  for (const { prompt, images } of SCENES) {
    await page.getByRole("textbox", { name: "Prompt" }).fill(prompt);
    await page.getByLabel("Images").fill(images);
    await page.getByRole("button", { name: "Generate" }).click();
    await page.getByRole("heading", { name: prompt }).waitFor();
    await page
      .getByText("Developing")
      .or(page.getByText("Waiting"))
      .first()
      .waitFor({ state: "detached", timeout: 60_000 })
      .catch(() => undefined);
  }
  await page.close();
}

async function take(browser, name, options, address = studio) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem("safelight:offline-banner-dismissed", "dismissed"));
  await page.goto(address);
  await page.waitForFunction(() => {
    const seen = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
    return seen.length > 3 && seen.every((image) => image.complete);
  });
  // The composer shows its options once it knows what was typed before.
  if (address === studio)
    await page.locator("form[aria-label=Composer] button[type=submit]:enabled").waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

async function untilReady() {
  for (;;) {
    if (
      await fetch(studio).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
