import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { type ImagesApi, startImagesApi } from "./support/images-api";
import { collectProblems, type PageProblems } from "./support/page-problems";
import { makeShownSession, type ShownSession } from "./support/shown-session";
import { providerAt, type Studio, startStudio } from "./support/studio";
import { createSession } from "./support/studio-client";
import { type StudioPage, studioPage } from "./support/studio-page";

type TestFixtures = {
  /** Errors in the pages of a test. What no test expects fails it. */
  problems: PageProblems & { watch(context: BrowserContext): void };
  /** An empty session of the shared studio, and the address of its page. */
  session: { id: string; url: string };
  /** That page, opened. */
  ui: StudioPage;
  /** Opens an address as another person would: with storage of its own, under the same guard. */
  visit(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Starts a studio of this test alone, gone with it. */
  ownStudio(env?: Record<string, string>): Promise<Studio>;
};

type WorkerFixtures = {
  /** The provider of the studios. */
  api: ImagesApi;
  /** A studio that the tests of a worker share; each has a session of its own. */
  studio: Studio;
  /** A session of it with something in every state, for tests that only look. */
  shown: ShownSession;
};

/** Long: it only ends what hangs. */
const WORKER_TIMEOUT_MS = 300_000;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  api: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from here.
    async ({}, use) => {
      const api = await startImagesApi();
      await use(api);
      await api.end();
    },
    { scope: "worker", timeout: WORKER_TIMEOUT_MS },
  ],
  studio: [
    async ({ api }, use) => {
      const studio = await startStudio(providerAt(api.baseUrl));
      await use(studio);
      await studio.remove();
    },
    { scope: "worker", timeout: WORKER_TIMEOUT_MS },
  ],
  shown: [
    async ({ studio, api }, use) => use(await makeShownSession(studio, api)),
    { scope: "worker", timeout: WORKER_TIMEOUT_MS },
  ],
  problems: [
    async ({ context }, use) => {
      const problems = collectProblems();
      problems.watch(context);
      await use(problems);
      expect(problems.list(), "errors in the pages of this test").toEqual([]);
    },
    { auto: true },
  ],
  session: async ({ studio }, use, { title }) => {
    const id = await createSession(studio.url, title.slice(0, 60));
    await use({ id, url: `${studio.url}/s/${id}` });
  },
  ui: async ({ page, session }, use) => {
    await page.goto(session.url);
    await use(studioPage(page));
  },
  visit: async ({ browser, problems }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (url, options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      problems.watch(context);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  ownStudio: async ({}, use) => {
    const studios: Studio[] = [];
    await use(async (env) => {
      const studio = await startStudio(env);
      studios.push(studio);
      return studio;
    });
    for (const studio of studios) await studio.remove();
  },
});
