import { readAdminKey } from "@/lib/server/admin/admin-key";
import { readOwnAddress } from "@/lib/server/admin/own-address";
import { openTokenDesk, type TokenDesk } from "@/lib/server/admin/token-desk";
import { DataFolderInUseError } from "@/lib/server/db/data-lock";
import type { Env } from "@/lib/server/env";
import { openDatabase } from "@/lib/server/open-services";
import type { Database } from "@/lib/server/ports/database";
import { openDeskAtStudio } from "./desk-at-studio";

/** Works on the database, or where a running studio has it to itself, asks that studio. */
export async function withTokenDesk<T>(env: Env, work: (desk: TokenDesk) => Promise<T>): Promise<T> {
  const database = await openUnlessTaken(env);
  if (database) return work(openTokenDesk(database.drizzle)).finally(() => database.close());
  const address = (await readOwnAddress(env)) ?? { host: "127.0.0.1", port: env.PORT };
  return work(openDeskAtStudio(address, await readAdminKey(env)));
}

async function openUnlessTaken(env: Env): Promise<Database | null> {
  try {
    return await openDatabase(env);
  } catch (error) {
    if (error instanceof DataFolderInUseError) return null;
    throw error;
  }
}
