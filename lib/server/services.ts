import "server-only";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { ModelTable } from "@/lib/domain/models/model-table";
import type { ServingRow } from "@/lib/domain/providers/served-models";
import type { Env } from "./env";
import type { Log } from "./log";
import type { CallQueue } from "./ports/call-queue";
import type { Database } from "./ports/database";
import type { Drain } from "./ports/drain";
import type { Keeper } from "./ports/keeper";
import type { LivePartials } from "./ports/live-partials";
import type { ModelList } from "./ports/model-list";
import type { Provider } from "./ports/provider";
import type { RunningCall } from "./ports/running-call";
import type { Storage } from "./ports/storage";
import type { StorageWatch } from "./ports/storage-watch";
import type { Watchers } from "./ports/watchers";

/** Everything that server code works with: opened once a process, on first use. */
export type Services = {
  env: Env;
  log: Log;
  models: ModelTable;
  /** A row of the table, or the fallback row for an id it does not know. */
  modelOf(id: string): ImageModel;
  modelList: ModelList;
  database: Database;
  storage: Storage;
  storageWatch: StorageWatch;
  keeper: Keeper;
  /** The provider that serves first, and names the studio's pictures. */
  provider: Provider;
  /** All that serve, that one first. */
  providers: readonly [Provider, ...Provider[]];
  /** Their rows; none where the offline provider serves. */
  serving: readonly ServingRow[];
  /** Who serves a model; the first where who did serves no longer. */
  providerOf(model: ImageModel): Provider;
  queue: CallQueue;
  watchers: Watchers;
  partials: LivePartials;
  /** This process, in the journal. */
  workerId: string;
  /** Calls under way in this process, by id. */
  running: Map<string, RunningCall>;
  /** Open event streams, to end them when the process stops. */
  streams: Set<() => void>;
  /** Aborted when the studio stops: from then on nothing is taken and nothing is sent. */
  stopping: AbortSignal;
  /** Stops the studio; without a drain, what the provider still works on is ended at once. */
  close(drain?: Drain): Promise<void>;
};
