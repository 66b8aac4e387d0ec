import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
/** Only ends what hangs: a start takes seconds. */
const readyWithinMs = 240_000;

/** A script of the project that runs as a process of its own. */
export type NodeProcess = {
  /** What `ready` matched. */
  ready: RegExpExecArray;
  /** Everything it wrote so far, to both streams. */
  output(): string;
  /** Sends a signal and resolves when the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
};

/**
 * Starts a script and resolves once its output matches `ready`.
 * @throws Error with the output when the script ends first, or is not ready in time
 */
export async function startNode(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<NodeProcess> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [resolve(root, script), ...args], {
    cwd: root,
    env: { NODE_ENV: "production", PATH, HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  let output = "";
  const match = await new Promise<RegExpExecArray>((succeed, fail) => {
    const failWith = (what: string) => fail(new Error(`${script} ${what}:\n${output}`));
    const timer = setTimeout(() => failWith("was not ready in time"), readyWithinMs);
    const onOutput = (chunk: Buffer) => {
      output += chunk.toString();
      const found = ready.exec(output);
      if (!found) return;
      clearTimeout(timer);
      succeed(found);
    };
    child.stdout.on("data", onOutput);
    child.stderr.on("data", onOutput);
    child.once("exit", () => failWith("ended before it was ready"));
  }).catch(async (error: unknown) => {
    await endProcess(child, exited, "SIGKILL");
    throw error;
  });
  return { ready: match, output: () => output, end: (signal) => endProcess(child, exited, signal) };
}

async function endProcess(
  child: ChildProcess,
  exited: Promise<unknown>,
  signal: NodeJS.Signals,
): Promise<void> {
  child.kill(signal);
  await exited;
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address === "object" && address) return address.port;
  throw new Error("There is no free port.");
}
