import "server-only";
import path from "node:path";
import { v7 as uuidv7 } from "uuid";
import type { ImageModel } from "@/lib/domain/image-model";
import { fallbackModel, type ModelTable } from "@/lib/domain/model-table";
import type { Database } from "./db/database";
import { openPglite } from "./db/pglite";
import { openPostgres } from "./db/postgres";
import { type Env, readEnv } from "./env";
import { openWatchers, type Watchers } from "./generations/watch";
import { startWorker } from "./generations/worker";
import { createLog, type Log } from "./log";
import { loadModels } from "./models/load-models";
import { createProvider } from "./provider/create-provider";
import type { Provider } from "./provider/provider";
import { type CallQueue, openQueue } from "./queue";
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
  const modelOf = (id: string) => models.get(id) ?? fallbackModel(id);
  const provider = createProvider(env, models);
  const storage = await openStorage(env);
  const database = await openDatabase(env);
  const queue = await openQueue(database, (error) => log.warn("queue-error", { error }));
  const watchers = await openWatchers(database, (error) => log.warn("worker-error", { error }));
  const services: Services = {
    ...{ env, log, models, modelOf, database, storage, provider, queue, watchers },
    workerId: uuidv7(),
    running: new Map(),
    streams: new Set(),
    close: async () => {},
  };
  const stopWorker = await startWorker(services);
  services.close = async () => {
    for (const closeStream of services.streams) closeStream();
    await stopWorker();
    await watchers.close();
    await database.close();
    await storage.close();
  };
  return services;
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
