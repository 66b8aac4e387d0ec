import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { API_KEY } from "./images-api";
import { freePort, type NodeProcess, startNode } from "./node-process";

/** Whatever stands in the developer's own environment or .env, a studio of the tests does without it. */
const NOTHING_SET = {
  OPENAI_API_KEY: "",
  DEDALUS_API_KEY: "",
  DATABASE_URL: "",
  S3_BUCKET: "",
  STUDIO_MODELS_FILE: "",
  STUDIO_ALLOWED_HOSTS: "",
};

/** A running studio with a data folder of its own. */
export type Studio = {
  url: string;
  /** What its processes wrote so far, to both streams. */
  output(): string;
  /** Ends the process; the data stays. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Starts a new process on the same data and the same port. */
  start(): Promise<void>;
  /** Ends the process if there is one, and removes the data. */
  remove(): Promise<void>;
};

/** The environment that points a studio to an Images API. */
export function providerAt(baseUrl: string): Record<string, string> {
  return { OPENAI_API_KEY: API_KEY, OPENAI_BASE_URL: baseUrl };
}

/** Serves the build as `npm start` does. Without a provider in `env` the offline one serves. */
export async function startStudio(env: Record<string, string> = {}): Promise<Studio> {
  const dataDir = await mkdtemp(join(tmpdir(), "safelight-e2e-"));
  const port = String(await freePort());
  const fullEnv = { ...NOTHING_SET, ...env, PORT: port, HOST: "127.0.0.1", STUDIO_DATA_DIR: dataDir };
  let output = "";
  let running: NodeProcess | null = null;

  const studio: Studio = {
    url: `http://127.0.0.1:${port}`,
    output: () => output + (running?.output() ?? ""),
    async start() {
      running = await startNode("scripts/serve.mjs", [], fullEnv, /Safelight is ready/);
    },
    async end(signal) {
      await running?.end(signal);
      output += running?.output() ?? "";
      running = null;
    },
    async remove() {
      await studio.end("SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await studio.start().catch(async (error: unknown) => {
    await studio.remove();
    throw error;
  });
  return studio;
}
