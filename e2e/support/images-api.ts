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
  end(): Promise<void>;
};

/**
 * Starts it in a process of its own.
 * @param paceMs milliseconds before each event of a stream, and before an answer in one piece
 */
export async function startImagesApi(paceMs = 150): Promise<ImagesApi> {
  const args = [API_KEY, String(paceMs)];
  const child = await startNode("e2e/support/images-api-process.mjs", args, {}, /listens: (\S+)/);
  const baseUrl = child.ready[1] ?? "";
  return {
    baseUrl,
    async callsOf(prompt) {
      const response = await fetch(new URL("/_calls", baseUrl));
      const calls: RecordedCall[] = await response.json();
      return calls.filter(({ body }) => promptOf(body) === prompt);
    },
    async failOnce(prompt, fault) {
      const body = JSON.stringify({ name: fault, match: prompt });
      const response = await fetch(new URL("/_faults", baseUrl), { method: "POST", body });
      if (!response.ok) throw new Error(await response.text());
    },
    end: () => child.end("SIGKILL"),
  };
}

function promptOf(body: unknown): unknown {
  return typeof body === "object" && body !== null && "prompt" in body ? body.prompt : undefined;
}
