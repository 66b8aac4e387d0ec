import { useSyncExternalStore } from "react";

/** A value that parts of the page share and that is no part of any of them. */
export type Store<T> = {
  /** What it holds on the server, and until it is set. */
  readonly initial: T;
  get(): T;
  set(value: T): void;
  subscribe(listener: () => void): () => void;
};

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    initial,
    get: () => value,
    set(next) {
      if (Object.is(value, next)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What `read` makes of a store's value. Renders again only when that is another one. */
export function useStore<T, U>({ initial, get, subscribe }: Store<T>, read: (value: T) => U): U {
  return useSyncExternalStore(
    subscribe,
    () => read(get()),
    () => read(initial),
  );
}

/** A store's value as it stands. */
export function useStoreValue<T>({ initial, get, subscribe }: Store<T>): T {
  return useSyncExternalStore(subscribe, get, () => initial);
}
