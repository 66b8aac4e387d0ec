import { vi } from "vitest";

/** What a component asked of the studio. */
export type Asked = { method: string; path: string; body: unknown };

/** For tests of components: answers at the edge of the network, and gives the list of what was asked, as it grows. */
export function answerRequests(answer: (asked: Asked) => Response | Promise<Response>): Asked[] {
  const list: Asked[] = [];
  vi.stubGlobal("fetch", async (path: string, { method = "GET", body }: RequestInit = {}) => {
    const asked = { method, path, body: typeof body === "string" ? JSON.parse(body) : undefined };
    list.push(asked);
    return answer(asked);
  });
  return list;
}
