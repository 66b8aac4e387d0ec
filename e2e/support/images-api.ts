import type { RecordedCall } from "../images-api/call-log";
import type { FaultName } from "../images-api/faults";
import { startNode } from "./node-process";

/** The only key that the Images API of the tests lets in. */
export const API_KEY = "sk-e2e-7Q2w9LkVn4Tz8XbRmC1d";

/** The Images API on this machine: calls are told apart by their prompts, so tests can share it. */
export type ImagesApi = {
  /** What a studio is given as its provider. */
  baseUrl: string;
  /** Calls with exactly this prompt, oldest first. */
  callsOf(prompt: string): Promise<RecordedCall[]>;
  /** One request with this prompt, the next, meets this fault. */
  failOnce(prompt: string, fault: FaultName): Promise<void>;
  /** Keeps calls with this prompt from sending anything by themselves. */
  hold(prompt: string): Promise<HeldCalls>;
  end(): Promise<void>;
};

/** Calls that send what they are told to: nothing in a test depends on a pace. */
export type HeldCalls = {
  /** Each of them sends so many events more, 1 by default; an answer in one piece counts as one. */
  next(events?: number): Promise<void>;
  /** They send what is left. */
  release(): Promise<void>;
};

/** Starts it in a process of its own. It answers at once. */
export async function startImagesApi(): Promise<ImagesApi> {
  const child = await startNode("e2e/support/images-api-process.mjs", [API_KEY], {}, /listens: (\S+)/);
  const baseUrl = child.ready[1] ?? "";

  async function control(path: string, body: object): Promise<void> {
    const response = await fetch(new URL(path, baseUrl), { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }

  return {
    baseUrl,
    async callsOf(prompt) {
      const response = await fetch(new URL("/_calls", baseUrl));
      const calls: RecordedCall[] = await response.json();
      return calls.filter(({ body }) => promptOf(body) === prompt);
    },
    failOnce: (prompt, fault) => control("/_faults", { name: fault, match: prompt }),
    async hold(match) {
      await control("/_holds", { match });
      return {
        next: (events = 1) => control("/_holds/next", { match, events }),
        release: () => control("/_holds/release", { match }),
      };
    },
    end: () => child.end("SIGKILL"),
  };
}

function promptOf(body: unknown): unknown {
  return typeof body === "object" && body !== null && "prompt" in body ? body.prompt : undefined;
}
