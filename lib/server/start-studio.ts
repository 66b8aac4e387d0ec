import "server-only";
import { closeServices, getServices } from "@/lib/server/running-studio";
import { writeOwnAddress } from "./admin/own-address";
import { openFrontDoor } from "./doors/front-door";
import { zoneSettingsOf } from "./http/zone";

/**
 * Opens the services and ends them with the process. What cannot be opened ends the start, in
 * words: a wrong variable, a data folder in use, a model row that does not fit.
 */
export async function startStudio(): Promise<void> {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void closeServices());
  try {
    const { env, provider, models, log, storageWatch } = await getServices();
    openFrontDoor(zoneSettingsOf(env));
    await writeOwnAddress(env);
    const hint = provider.isOffline ? " (no key is set: see .env.example)" : "";
    process.stdout.write(`Pictures come from: ${provider.label}${hint}\n`);
    const storage = storageWatch.state();
    if (storage.type === "away")
      process.stderr.write(
        `\nPictures cannot be stored. ${storage.reason}\nNothing is sent to the provider until they can.\n\n`,
      );
    log.info("studio-open", { provider: provider.label, models: models.size });
  } catch (error) {
    process.stderr.write(`\nThe studio cannot start.\n${error instanceof Error ? error.message : error}\n\n`);
    process.exit(1);
  }
}
