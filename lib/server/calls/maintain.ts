import "server-only";
import { emptyTrash } from "@/lib/server/images/empty-trash";
import { forgetPartials } from "@/lib/server/images/forget-partials";
import { removeBytes } from "@/lib/server/images/remove-bytes";
import { forgetTries } from "@/lib/server/limits/rate-limit";
import type { Services } from "@/lib/server/services";
import { emptySessionTrash } from "@/lib/server/sessions/empty-session-trash";
import { mendTotals } from "@/lib/server/spending/mend-totals";

/**
 * Does what is to be done now and then. What fails holds up nothing else: while storage is away the database still
 * needs its checkpoints.
 */
export async function maintain(services: Services): Promise<void> {
  const { database, log } = services;
  const tasks = [
    () => emptyTrash(services),
    () => emptySessionTrash(services),
    () => removeBytes(services),
    () => forgetPartials(services),
    () => forgetTries(database.drizzle),
    () => mendTotals(services),
    () => database.maintain(),
  ];
  for (const task of tasks) await task().catch((error: unknown) => log.warn("worker-error", { error }));
}
