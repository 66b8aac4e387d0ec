import "server-only";
import { notFound, toApiError, wrongKey, wrongMethod } from "@/lib/domain/images-api/api-error";
import type { ModelTable } from "@/lib/domain/models/model-table";
import type { ApiContext } from "./answer/api-context";
import { createVariants } from "./answer/variants";
import { createChatCompletion } from "./chat-route";
import { createEdit } from "./edits-route";
import { createFileStore, type FileStore } from "./file-store";
import { getFile } from "./files-route";
import { createGeneration } from "./generations-route";
import { getModel, listModels } from "./models-route";
import type { Painter } from "./painter-port";
import { refusalResponse } from "./refusal-response";

export type ImagesApiOptions = {
  models: ModelTable;
  painter: Painter;
  /** Milliseconds before each event of a stream, and before an answer in one piece. */
  paceMs: number;
  /** Milliseconds since 1970; the clock by default. */
  now?: () => number;
  /** The only key that is let in; without it everyone is. */
  requireKey?: string;
  /** Where pictures wait that are answered with an address; its own by default. */
  files?: FileStore;
};

export type ImagesApi = (request: Request) => Promise<Response>;

type Route = {
  method: string;
  path: RegExp;
  /** Addresses of pictures are fetched without a key. */
  isOpen?: true;
  answer(context: ApiContext, request: Request, name: string): Promise<Response> | Response;
};

const ROUTES: readonly Route[] = [
  { method: "POST", path: /^\/images\/generations$/, answer: createGeneration },
  { method: "POST", path: /^\/images\/edits$/, answer: createEdit },
  { method: "POST", path: /^\/chat\/completions$/, answer: createChatCompletion },
  { method: "GET", path: /^\/models$/, answer: listModels },
  { method: "GET", path: /^\/models\/(.+)$/, answer: (context, _, name) => getModel(context, name) },
  {
    method: "GET",
    path: /^\/files\/([^/]+)$/,
    isOpen: true,
    answer: (context, _, name) => getFile(context, name),
  },
];

/**
 * The Images API as a function. Everything wrong with a request is an answer in the API's own
 * error form; it rejects only when the client leaves before the answer is there.
 */
export function createImagesApi({ requireKey, ...options }: ImagesApiOptions): ImagesApi {
  const now = options.now ?? Date.now;
  const files = options.files ?? createFileStore(now);
  const context: ApiContext = { ...options, now, files, variants: createVariants() };
  return async (request) => {
    try {
      const { route, name } = findRoute(request);
      const isLetIn =
        requireKey === undefined || request.headers.get("authorization") === `Bearer ${requireKey}`;
      if (!isLetIn && !route.isOpen) throw wrongKey();
      return await route.answer(context, request, name);
    } catch (thrown) {
      request.signal.throwIfAborted();
      return refusalResponse(toApiError(thrown));
    }
  };
}

/** The route of an address, with or without the leading `/v1`. */
function findRoute({ url, method }: Request): { route: Route; name: string } {
  const { pathname } = new URL(url);
  const path = pathname.replace(/^\/v1(?=\/)/, "");
  const routes = ROUTES.filter((route) => route.path.test(path));
  const route = routes.find((candidate) => candidate.method === method);
  if (route) return { route, name: decodeName(route.path.exec(path)?.[1] ?? "") };
  if (routes.length === 0) throw notFound("unknown_url", null, `Invalid URL (${method} ${pathname})`);
  throw wrongMethod(method, pathname, routes.map((candidate) => candidate.method).join(", "));
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
