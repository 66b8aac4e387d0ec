import type { Storage } from "@/lib/server/ports/storage";

/** What becomes of an operation: it is done, at once or when something has happened, fails with the system's code, or never ends. */
type Mood = "fine" | "hangs" | { code: string } | Promise<void>;
type Operation = "put" | "get" | "remove";

/** For tests: a storage that fails or hangs as it is told, where no real edge can be made to; and what was asked of it. */
export function failingStorage(storage: Storage) {
  let mood: (operation: Operation, key: string) => Mood = () => "fine";
  const asked: string[] = [];

  async function face(operation: Operation, key: string): Promise<void> {
    asked.push(`${operation} ${key}`);
    const met = mood(operation, key);
    if (met === "hangs") await new Promise(() => {});
    if (met instanceof Promise) await met;
    else if (typeof met === "object") throw Object.assign(new Error(met.code), { code: met.code });
  }

  return {
    asked,
    /** From here on. */
    set(next: Mood | typeof mood) {
      mood = typeof next === "function" ? next : () => next;
    },
    storage: {
      ...storage,
      async put(key, ...rest) {
        await face("put", key);
        return storage.put(key, ...rest);
      },
      async get(key) {
        await face("get", key);
        return storage.get(key);
      },
      async remove(prefix) {
        await face("remove", prefix);
        return storage.remove(prefix);
      },
    } satisfies Storage,
  };
}
