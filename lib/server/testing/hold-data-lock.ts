import { takeDataLock } from "@/lib/server/db/data-lock";

// A process for tests to kill: holds the lock of the folder it is told, and says so.
const [folder = ""] = process.argv.slice(2);

const lock = takeDataLock(folder);
process.stdout.write("locked\n");
// The lock is let go of with its handle: whoever holds the folder holds that too.
setInterval(() => lock, 60_000);
