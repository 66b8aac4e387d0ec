import "server-only";
import path from "node:path";
import type { ProviderTable } from "@/lib/domain/providers/provider-table";
import { type ServingRow, servedModels } from "@/lib/domain/providers/served-models";
import { openStoreCheck } from "./check-store";
import { openPglite } from "./db/pglite";
import { openPostgres } from "./db/postgres";
import { type Env, readEnv, readVariable } from "./env";
import { createLog } from "./log";
import { loadModels } from "./models/load-models";
import { loadProviders } from "./models/load-providers";
import { openStudio, type Parts } from "./open-studio";
import { rememberAttemptsIn } from "./picture-files/decode-attempts";
import type { Database } from "./ports/database";
import type { Provider } from "./ports/provider";
import { createProviders } from "./provider/create-providers";
import type { Services } from "./services";
import { openFilesystemStorage } from "./storage/filesystem-storage";
import { checkFreeSpace, freeBytes } from "./storage/free-space";
import { openStorage } from "./storage/open-storage";
import { openReserve, type Reserve, withReserve } from "./storage/reserve-file";
import { STORAGE_DEADLINES } from "./storage/storage-deadlines";

const MEGABYTE = 1024 * 1024;
/** For the pictures under way when the disk is full: six of the largest, or sixteen of the usual ones. */
const RESERVE_BYTES = 32 * MEGABYTE;
const MIGRATIONS = path.join("lib", "server", "db", "migrations");

/** Opens what the environment names, and a studio on it. */
export async function openServices(): Promise<Services> {
  const env = readEnv();
  const log = createLog((line) => process.stderr.write(line));
  const table = await loadModels(env.STUDIO_MODELS_FILE);
  const rows = await loadProviders(env.STUDIO_PROVIDERS_FILE);
  const [provider, ...others] = createProviders(env, rows, table, readVariable);
  const serving = servingRows(rows, [provider, ...others]);
  const models = servedModels(table, serving);
  const reserve = openReserve({
    file: path.resolve(env.STUDIO_DATA_DIR, "reserve"),
    sizeBytes: RESERVE_BYTES,
  });
  const storage = withReserve(await openStorage(env), reserve);
  const database = await openDatabase(env);
  rememberAttemptsIn(path.resolve(env.STUDIO_DATA_DIR, "decoding"));
  const found = { env, log, models, database, storage, provider, others, serving };
  const parts = { ...found, spool: await openSpool(env, reserve) };
  const spaceCheck = () => checkSpace(env, reserve);
  return openStudio({ ...parts, checkSpace: spaceCheck, checkStore: openStoreCheck(parts) });
}

/** On this machine's own disk, whatever the storage is; a picture on its way to S3 is there before it leaves. */
async function openSpool(env: Env, reserve: Reserve): Promise<Parts["spool"]> {
  const folder = path.resolve(env.STUDIO_SPOOL_DIR ?? path.join(env.STUDIO_DATA_DIR, "spool"));
  const place = withReserve(await openFilesystemStorage({ folder }), reserve);
  return { place, isFirst: env.S3_BUCKET !== undefined };
}

function servingRows(rows: ProviderTable, providers: readonly Provider[]): ServingRow[] {
  return providers.flatMap(({ id, label }) => {
    const row = rows.get(id);
    return row ? [{ id, label, row }] : [];
  });
}

/** Of the disk that the database or the pictures are written to; nothing of a disk of others. */
async function checkSpace(env: Env, reserve: Reserve): Promise<void> {
  if (env.DATABASE_URL && env.S3_BUCKET) return;
  const folder = path.resolve(env.STUDIO_DATA_DIR);
  const { answerMs } = STORAGE_DEADLINES;
  const bytesMin = env.STUDIO_FREE_SPACE_MIN_MB * MEGABYTE;
  await checkFreeSpace(folder, bytesMin, answerMs);
  // Setting it aside may not take the room that is needed now.
  const hasRoom = (await freeBytes(folder, answerMs)) >= bytesMin + reserve.sizeBytes;
  if (hasRoom) void reserve.restore().catch(() => {});
}

/** The database that the environment names, with its tables up to date. */
export function openDatabase(env: Env): Promise<Database> {
  const migrationsFolder = path.resolve(MIGRATIONS);
  const { DATABASE_URL: url, STUDIO_DATABASE_WAIT_S: waitS } = env;
  if (!url) return openPglite({ folder: path.resolve(env.STUDIO_DATA_DIR), migrationsFolder });
  const onWait = (reason: string) =>
    process.stderr.write(`The database is not there yet (${reason}). Waiting up to ${waitS} s.\n`);
  return openPostgres({ url, migrationsFolder, waitMs: waitS * 1000, onWait });
}
