import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Starts one of the files beside this one in a process of its own, under the same Node. */
export function startProcess(file: string, args: readonly string[]): ChildProcess {
  const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  return spawn(
    process.execPath,
    ["--conditions=react-server", "--import", here("./run-typescript.mjs"), here(file), ...args],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
}

/** The lines a process prints, up to the given number of them; it is then killed on the spot and waited for. */
export async function linesUntilKilled(child: ChildProcess, count: number): Promise<string[]> {
  if (!child.stdout) throw new Error("The process has no output to read.");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return lines;
}
