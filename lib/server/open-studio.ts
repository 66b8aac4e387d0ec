import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { ServingRow } from "@/lib/domain/providers/served-models";
import { openAnswerSpool } from "./answers/answer-spool";
import { type KeeperOptions, openKeeper } from "./answers/open-keeper";
import { startReconciler } from "./answers/start-reconciler";
import { openQueue } from "./calls/open-call-queue";
import { startWorker } from "./calls/worker";
import { openLivePartials } from "./changes/open-live-partials";
import { openWatchers } from "./changes/watch";
import { OtherStoreError } from "./check-store";
import { openModelList } from "./models/open-model-list";
import { NO_DRAIN } from "./ports/drain";
import type { Provider } from "./ports/provider";
import type { Storage } from "./ports/storage";
import type { Services } from "./services";
import { openStorageWatch } from "./storage/open-storage-watch";
import { suspectingStorage } from "./storage/suspecting-storage";

/** What a studio is put together from. From here on it owns database and storage. */
export type Parts = Pick<Services, "env" | "log" | "models" | "database" | "storage" | "provider"> & {
  /** Those that serve besides `provider`, and the rows of all. */
  others?: readonly Provider[];
  serving?: readonly ServingRow[];
  /** See `openStorageWatch`. */
  checkSpace?: () => Promise<void>;
  /** Where finished pictures wait while storage is away; `isFirst`: also before they travel to it. */
  spool?: { place: Storage; isFirst: boolean } | undefined;
  /** For tests: other times than those of `openKeeper`. */
  keeping?: Partial<Pick<KeeperOptions, "pausesMs" | "slowMs" | "memoryBytesMax">>;
  /** See `openStoreCheck`. */
  checkStore?: () => Promise<void>;
};

/** A studio at work. `close` ends what is under way, says so in the journal, and lets go of its parts. */
export async function openStudio(parts: Parts): Promise<Services> {
  try {
    return await open(parts);
  } catch (error) {
    // Whoever tries again must not find the data folder taken by the one who failed.
    await parts.database.close();
    await parts.storage.close();
    throw error;
  }
}

async function open(parts: Parts): Promise<Services> {
  const {
    checkSpace = async () => {},
    checkStore = async () => {},
    spool,
    keeping,
    others = [],
    ...rest
  } = parts;
  const providers: Services["providers"] = [parts.provider, ...others];
  const given = { ...rest, providers, serving: parts.serving ?? [] };
  const { log, models, database } = parts;
  await checkStore().catch(unlessOther);
  const check = () => checkSpace().then(checkStore);
  const storageWatch = openStorageWatch({ ...given, checkSpace: check });
  const storage = suspectingStorage(parts.storage, storageWatch);
  // What is wrong with it is in the log before the first picture is paid for.
  await storageWatch.isWritable();
  const queue = await openQueue(database, (error) => log.warn("queue-error", { error }));
  const watchers = await openWatchers(database, (error) => log.warn("worker-error", { error }));
  const workerId = uuidv7();
  const keeper = openKeeper({
    ...{ database, log, storage, storageWatch, workerId, providers },
    spool: spool ? openAnswerSpool(spool.place) : null,
    isSpooledFirst: spool?.isFirst ?? false,
    ...keeping,
  });
  const stopping = new AbortController();
  const modelList = openModelList(given);
  const services: Services = {
    ...given,
    ...{ storage, storageWatch, keeper, workerId },
    modelOf: (id) => models.get(id) ?? modelList.unknown(id),
    modelList,
    providerOf: ({ providerId }) => providers.find(({ id }) => id === providerId) ?? parts.provider,
    ...{ queue, watchers, partials: openLivePartials() },
    running: new Map(),
    streams: new Set(),
    stopping: stopping.signal,
    close: async () => {},
  };
  await keeper.resume();
  const stopWorker = await startWorker(services);
  const stopReconciler = startReconciler(services);
  services.close = async (drain = NO_DRAIN) => {
    stopping.abort();
    for (const closeStream of services.streams) closeStream();
    await stopWorker(drain);
    await stopReconciler();
    await drain.requestsEnded();
    await keeper.close();
    storageWatch.close();
    await watchers.close();
    await database.close();
    await storage.close();
    await spool?.place.close();
  };
  return services;
}

/** Storage that is away can be looked at later: the watch does it before anything is sent. */
function unlessOther(error: unknown): void {
  if (error instanceof OtherStoreError) throw error;
}
