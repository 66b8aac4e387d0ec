import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** Whether the keyboard has a Cmd key. False on the server. */
export function useIsApple(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}
