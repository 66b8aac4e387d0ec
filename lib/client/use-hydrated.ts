import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** False on the server and for the first paint, then true: for what only the browser knows, such as the time zone. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
