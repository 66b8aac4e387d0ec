import "server-only";
import path from "node:path";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ModelTable } from "@/lib/domain/models/model-table";
import { assembleServices } from "./assemble-services";
import type { CallQueue } from "./calls/call-queue";
import type { Watchers } from "./changes/watch";
import type { Database } from "./db/database";
import { openPglite } from "./db/pglite";
import { openPostgres } from "./db/postgres";
import { type Env, readEnv } from "./env";
import { createLog, type Log } from "./log";
import { loadModels } from "./models/load-models";
import { createProvider } from "./provider/create-provider";
import type { Provider } from "./provider/provider";
import { openStorage } from "./storage/open-storage";
import type { Storage } from "./storage/storage";

/** Everything that server code works with: opened once a process, on first use. */
export type Services = {
  env: Env;
  log: Log;
  models: ModelTable;
  /** A row of the table, or the fallback row for an id it does not know. */
  modelOf(id: string): ImageModel;
  database: Database;
  storage: Storage;
  provider: Provider;
  queue: CallQueue;
  watchers: Watchers;
  /** This process, in the journal. */
  workerId: string;
  /** Calls under way in this process, to abort them. */
  running: Map<string, AbortController>;
  /** Open event streams, to end them when the process stops. */
  streams: Set<() => void>;
  close(): Promise<void>;
};

const MIGRATIONS = path.join("lib", "server", "db", "migrations");

async function openServices(): Promise<Services> {
  const env = readEnv();
  const log = createLog((line) => process.stderr.write(line));
  const models = await loadModels(env.STUDIO_MODELS_FILE);
  const provider = createProvider(env, models);
  const storage = await openStorage(env);
  const database = await openDatabase(env);
  return assembleServices({ env, log, models, database, storage, provider });
}

function openDatabase({ DATABASE_URL: url, STUDIO_DATA_DIR: folder }: Env): Promise<Database> {
  const migrationsFolder = path.resolve(MIGRATIONS);
  return url
    ? openPostgres({ url, migrationsFolder })
    : openPglite({ folder: path.resolve(folder), migrationsFolder });
}

declare global {
  // Next evaluates a module once a bundle; the process has one database all the same.
  var safelightServices: Promise<Services> | undefined;
}

/** The services of this process. A failed opening is tried again by the next caller. */
export function getServices(): Promise<Services> {
  globalThis.safelightServices ??= openServices().catch((error: unknown) => {
    globalThis.safelightServices = undefined;
    throw error;
  });
  return globalThis.safelightServices;
}

/** Ends what is open, where anything is. */
export async function closeServices(): Promise<void> {
  const opening = globalThis.safelightServices;
  globalThis.safelightServices = undefined;
  if (opening) await (await opening).close();
}
