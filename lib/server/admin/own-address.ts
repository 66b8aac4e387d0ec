import "server-only";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Env } from "@/lib/server/env";

type Place = Pick<Env, "STUDIO_DATA_DIR">;
/** Where a studio listens: what a command on the same machine connects to. */
export type OwnAddress = { host: string; port: number };

const FILE = "studio.address";
/** What listens on every interface listens on this one. */
const EVERYWHERE = new Set(["0.0.0.0", "::"]);

/** Writes down where this studio listens, for commands that are given while it runs. */
export async function writeOwnAddress(env: Place & Pick<Env, "HOST" | "PORT">): Promise<void> {
  const host = EVERYWHERE.has(env.HOST) ? "127.0.0.1" : env.HOST;
  const address: OwnAddress = { host, port: env.PORT };
  await mkdir(env.STUDIO_DATA_DIR, { recursive: true, mode: 0o700 });
  await writeFile(fileOf(env), `${JSON.stringify(address)}\n`, { mode: 0o600 });
}

/** Where the studio of this data folder listens, or listened last; null where none ever did. */
export async function readOwnAddress(env: Place): Promise<OwnAddress | null> {
  try {
    const { host, port } = JSON.parse(await readFile(fileOf(env), "utf8"));
    return typeof host === "string" && typeof port === "number" ? { host, port } : null;
  } catch {
    return null;
  }
}

function fileOf({ STUDIO_DATA_DIR: folder }: Place): string {
  return path.resolve(folder, FILE);
}
