import { afterAll, beforeAll } from "vitest";
import type { Database } from "@/lib/server/ports/database";
import { openTestDatabase } from "./test-database";

/** For tests: an empty database for those of the file or the block that it stands in, open from its first test on. */
export function useDatabase(): Database {
  let opened: (Database & AsyncDisposable) | null = null;
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(() => opened?.[Symbol.asyncDispose]());

  function database(): Database {
    if (!opened) throw new Error("The database of the tests is open only while they run.");
    return opened;
  }

  return {
    get kind() {
      return database().kind;
    },
    get drizzle() {
      return database().drizzle;
    },
    get reads() {
      return database().reads;
    },
    get leases() {
      return database().leases;
    },
    listen: (...args) => database().listen(...args),
    ping: (...args) => database().ping(...args),
    maintain: () => database().maintain(),
    close: () => database().close(),
  };
}
