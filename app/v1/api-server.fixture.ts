import { serveWeb, type WebHandler } from "@/e2e/images-api/serve-web";
import type { ApiTokenInput } from "@/lib/domain/tokens/api-token";
import { type Answer, openTestStudio, type TestStudio } from "@/lib/server/testing/studio.fixture";
import { openTestDatabase } from "@/lib/server/testing/test-database";
import { makeApiToken } from "@/lib/server/tokens/make-api-token";
import { LOCAL_OWNER } from "@/lib/server/viewer";
import * as mcp from "../mcp/route";
import * as rest from "./[[...rest]]/route";
import * as edits from "./images/edits/route";
import * as file from "./images/files/[file]/route";
import * as generations from "./images/generations/route";
import * as variations from "./images/variations/route";
import * as model from "./models/[...id]/route";
import * as models from "./models/route";

/** For tests: what addresses are signed with. */
export const SECRET = "a secret of the tests, 32 characters";

type Answering = (request: Request, name: string) => Promise<Response>;
type Routes = { [method in "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS"]: Answering };

/** The routes as Next finds them. HEAD is answered by GET. */
const ROUTES: readonly [RegExp, Routes][] = [
  [/^\/v1\/images\/generations$/, generations],
  [/^\/v1\/images\/edits$/, edits],
  [/^\/v1\/images\/variations$/, variations],
  [
    /^\/v1\/images\/files\/([^/]+)$/,
    { ...file, GET: (request, name) => file.GET(request, { params: Promise.resolve({ file: name }) }) },
  ],
  [/^\/v1\/models$/, models],
  [/^\/v1\/models\/.+$/, model],
  [/^\/v1(\/.*)?$/, rest],
  [/^\/mcp$/, mcp],
];

const answerByRoute: WebHandler = async (request) => {
  const { pathname } = new URL(request.url);
  const method = request.method === "HEAD" ? "GET" : request.method;
  for (const [path, routes] of ROUTES) {
    const [, name = ""] = path.exec(pathname) ?? [];
    const found = Object.entries(routes).find(([known]) => path.test(pathname) && known === method);
    if (found) return found[1](request, name);
  }
  return new Response("Not a route.", { status: 404 });
};

export type ApiServer = {
  /** Without `/v1`. */
  url: string;
  studio: TestStudio;
  /** Every request that came, before it was answered. */
  received: Request[];
  makeToken(input?: Partial<ApiTokenInput>): Promise<{ id: string; secret: string }>;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * For tests: a studio whose routes for programs are served on 127.0.0.1.
 * @param front stands before the routes, as a proxy would
 */
export async function serveApi(
  answer: Answer,
  front: (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response> = (
    request,
    pass,
  ) => pass(request),
): Promise<ApiServer> {
  const database = await openTestDatabase();
  const studio = await openTestStudio(database, { answer });
  const env = { ...studio.services.env, STUDIO_SECRET: SECRET };
  globalThis.safelightServices = Promise.resolve({ ...studio.services, env });
  const received: Request[] = [];
  const server = await serveWeb(0, (request, ending) => {
    received.push(request);
    return front(request, (passed) => answerByRoute(passed, ending));
  });
  return {
    ...{ url: server.url, studio, received },
    makeToken: (input = {}) =>
      makeApiToken(database.drizzle, LOCAL_OWNER, {
        ...{ name: "Test", sessionId: null, monthlyLimitUsd: null },
        ...input,
      }),
    async [Symbol.asyncDispose]() {
      globalThis.safelightServices = undefined;
      await server.close();
      await studio[Symbol.asyncDispose]();
    },
  };
}
