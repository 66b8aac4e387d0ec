import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { Env } from "@/lib/server/env";
import { keyedHash } from "@/lib/server/secrets/keyed-hash";
import { readStudioSecret } from "@/lib/server/secrets/studio-secret";

type SecretEnv = Pick<Env, "STUDIO_SECRET" | "STUDIO_DATA_DIR">;

/** What a command shows to prove that it may read the studio's secret, as only its owner may. */
export async function readAdminKey(env: SecretEnv): Promise<string> {
  return keyedHash(await readStudioSecret(env), "admin", "tokens");
}

/** Whether a request bears it. */
export async function isAdmin(env: SecretEnv, headers: Headers): Promise<boolean> {
  const given = Buffer.from(headers.get("authorization") ?? "");
  const right = Buffer.from(`Bearer ${await readAdminKey(env)}`);
  return given.length === right.length && timingSafeEqual(given, right);
}
