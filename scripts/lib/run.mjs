import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root } from "./root.mjs";

const endSignals = ["SIGINT", "SIGTERM", "SIGHUP"];
const killAfterMs = 4000;
const parentCheckMs = 250;
const parent = process.ppid;

/** Set inside such a group: with a group in a group, killing the outer leader would orphan the inner group. */
const groupMark = "SAFELIGHT_RUN_GROUP";

/**
 * Runs a command in the project's folder, its output passed through, and resolves with its exit code.
 *
 * The command leads a process group of its own, unless it is part of one already. When this process is told to end,
 * or its parent is gone (npm signals only the shell between the two), the whole group ends and then this process.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function run(command, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const leads = process.env[groupMark] === undefined;
    const child = spawn(command, args, {
      cwd: root,
      env: { ...env, [groupMark]: "1" },
      stdio: ["ignore", "inherit", "inherit"],
      detached: leads,
    });
    /** @param {NodeJS.Signals} signal */
    const signalAll = (signal) => child.pid !== undefined && send(leads ? -child.pid : child.pid, signal);
    /** @type {NodeJS.Signals | undefined} */
    let endedBy;
    /** @param {NodeJS.Signals} signal */
    const end = (signal) => {
      if (endedBy) return;
      endedBy = signal;
      // Whatever signal came: Playwright ends the server it has started on this one only.
      signalAll("SIGINT");
      setTimeout(() => signalAll("SIGKILL"), killAfterMs);
    };
    const parentCheck = setInterval(() => process.ppid !== parent && end("SIGTERM"), parentCheckMs);
    const release = () => {
      clearInterval(parentCheck);
      for (const signal of endSignals) process.off(signal, end);
    };
    for (const signal of endSignals) process.on(signal, end);
    child.on("error", (error) => {
      release();
      reject(error);
    });
    child.on("exit", (code, signal) => {
      if (endedBy) {
        signalAll("SIGKILL");
        process.exit(exitCodeOf(endedBy));
      }
      release();
      resolve(code ?? exitCodeOf(signal));
    });
  });
}

/**
 * @param {number} target a process, or the negative of a group
 * @param {NodeJS.Signals} signal
 */
function send(target, signal) {
  try {
    process.kill(target, signal);
  } catch {
    // Gone already, or under sudo and not ours to signal.
  }
}

/**
 * The exit code a shell reports for a process that a signal ended.
 * @param {NodeJS.Signals} signal
 */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}
