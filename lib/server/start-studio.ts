import "server-only";
import { constants } from "node:os";
import { BACK_AFTER_MS, closeServices, getServices, refuseServices } from "@/lib/server/running-studio";
import { writeOwnAddress } from "./admin/own-address";
import { type FrontDoor, openFrontDoor } from "./doors/front-door";
import { zoneSettingsOf } from "./http/zone";
import { openShutdown } from "./shutdown";

/** A closed terminal is a stop like any other: what was paid for is kept. */
const STOP_SIGNALS = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
/** What a request may take that is being answered when all calls have ended: a download, an import. */
const REQUESTS_END_WITHIN_MS = 10_000;

let frontDoor: FrontDoor | null = null;

/**
 * Opens the services and ends them with the process. What cannot be opened ends the start, in
 * words: a wrong variable, a data folder in use, a model row that does not fit.
 */
export async function startStudio(): Promise<void> {
  stopWithTheProcess();
  try {
    const { env, provider, models, log, storageWatch } = await getServices();
    frontDoor = openFrontDoor(zoneSettingsOf(env));
    await writeOwnAddress(env);
    const hint = provider.isOffline ? " (no key is set: see .env.example)" : "";
    say(`Pictures come from: ${provider.label}${hint}`);
    const storage = storageWatch.state();
    if (storage.type === "away")
      process.stderr.write(
        `\nPictures cannot be stored. ${storage.reason}\nNothing is sent to the provider until they can.\n\n`,
      );
    log.info("studio-open", { provider: provider.label, models: models.size });
  } catch (error) {
    // A signal that came meanwhile ends the process in its own way.
    if (globalThis.safelightIsStopping) return;
    process.stderr.write(`\nThe studio cannot start.\n${error instanceof Error ? error.message : error}\n\n`);
    process.exit(1);
  }
}

function stopWithTheProcess(): void {
  let exitCode = 0;
  const onSignal = openShutdown({
    refuse() {
      refuseServices();
      frontDoor?.close(BACK_AFTER_MS);
    },
    async close(drain) {
      const log = await globalThis.safelightServices?.then((services) => services.log).catch(() => undefined);
      log?.info("studio-stopping");
      await closeServices({
        ...drain,
        requestsEnded: async () => frontDoor?.empty(REQUESTS_END_WITHIN_MS),
      });
      log?.info("studio-stopped");
    },
    exit: () => process.exit(exitCode),
    say,
    nowMs: () => performance.now(),
  });
  // A terminal that is gone must not end what it has asked for.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      exitCode ||= 128 + constants.signals[signal];
      onSignal();
    });
  }
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}
