import "server-only";
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Env } from "@/lib/server/env";

/**
 * The secret that links are made from: from the environment, or a file of the data folder that only
 * its owner can read, made on first use. It is never in the database, so a copy of that opens no gallery.
 */
export async function readStudioSecret(env: Pick<Env, "STUDIO_SECRET" | "STUDIO_DATA_DIR">): Promise<string> {
  if (env.STUDIO_SECRET) return env.STUDIO_SECRET;
  const file = path.resolve(env.STUDIO_DATA_DIR, "secret");
  return (await readIfThere(file)) ?? (await make(file));
}

/** Written whole under another name first: `link` refuses where someone else was faster, whose secret then counts. */
async function make(file: string): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(temporary, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  try {
    await link(temporary, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  return readFile(file, "utf8");
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
