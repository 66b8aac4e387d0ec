import { takeDataLock } from "@/lib/server/db/data-lock";

// A process for tests to kill: holds the lock of the folder it is told, and says so.
const [folder = ""] = process.argv.slice(2);

takeDataLock(folder);
process.stdout.write("locked\n");
setInterval(() => {}, 60_000);
