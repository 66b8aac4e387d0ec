import path from "node:path";
import { variantKey } from "@/lib/domain/generation/picture-address";
import { openPglite } from "@/lib/server/db/pglite";
import { openPostgres } from "@/lib/server/db/postgres";
import { readEnv } from "@/lib/server/env";
import type { Db } from "@/lib/server/ports/database";
import type { Storage } from "@/lib/server/ports/storage";
import { generations, images, sessions } from "@/lib/server/schema/studio-tables";
import { openStorage } from "@/lib/server/storage/open-storage";
import { makePictures, type SeedPicture } from "./seed-pictures";
import { makeSession, type SeedGeneration } from "./seed-rows";

const IMAGES_A_SESSION = 1_000;
const GENERATIONS_A_BATCH = 100;

type Options = { images: number; inOne: number; onProgress(done: number): void };

/** Adds made-up sessions until there are `images` more pictures, the last `inOne` of them in one session. */
export async function seedStudio({ images: total, inOne, onProgress }: Options): Promise<void> {
  const env = readEnv();
  const migrationsFolder = path.resolve("lib/server/db/migrations");
  const database = env.DATABASE_URL
    ? await openPostgres({ url: env.DATABASE_URL, migrationsFolder })
    : await openPglite({ folder: path.resolve(env.STUDIO_DATA_DIR), migrationsFolder });
  const storage = await openStorage(env);
  const pictures = await makePictures();
  let done = 0;
  for (const size of sessionSizes(total, inOne)) {
    const { session, made } = makeSession(size, pictures);
    await database.drizzle.insert(sessions).values(session);
    for (let from = 0; from < made.length; from += GENERATIONS_A_BATCH) {
      const batch = made.slice(from, from + GENERATIONS_A_BATCH);
      await insertBatch(database.drizzle, storage, batch);
      done += batch.reduce((sum, { images: rows }) => sum + rows.length, 0);
      onProgress(done);
    }
  }
  await database.maintain();
  await database.close();
  await storage.close();
}

function sessionSizes(total: number, inOne: number): number[] {
  const rest = Math.max(0, total - inOne);
  const sizes = Array.from({ length: Math.floor(rest / IMAGES_A_SESSION) }, () => IMAGES_A_SESSION);
  return [...sizes, rest % IMAGES_A_SESSION, inOne].filter((size) => size > 0);
}

async function insertBatch(db: Db, storage: Storage, batch: SeedGeneration[]): Promise<void> {
  await db.insert(generations).values(batch.map(({ generation }) => generation));
  const rows = batch.flatMap((made) => made.images);
  await db.insert(images).values(rows.map(({ row }) => row));
  await Promise.all(rows.map(({ row, picture }) => putPicture(storage, row.id, picture)));
}

async function putPicture(storage: Storage, id: string, { bytes, hash }: SeedPicture): Promise<void> {
  for (const variant of ["thumbnail", "original"] as const) {
    await storage.put(variantKey(id, variant, hash), bytes, { durable: false });
  }
}
