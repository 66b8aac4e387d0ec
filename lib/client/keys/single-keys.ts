import { createStore, useStore } from "@/lib/client/store/create-store";

const STORAGE_KEY = "safelight:single-keys";
/** Grows with each change here; the value itself is the browser's, which other tabs may change. */
const changes = createStore(0);

/**
 * Whether single characters run commands. They can be switched off, since people who dictate text
 * would run them by speaking (WCAG 2.1.4).
 */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORAGE_KEY) !== "off";
  } catch {
    return true;
  }
}

/** Remembered in this browser. A forbidden storage leaves them on. */
export function setSingleKeys(isOn: boolean): void {
  try {
    localStorage.setItem(STORAGE_KEY, isOn ? "on" : "off");
  } finally {
    changes.set(changes.get() + 1);
  }
}

export function useSingleKeys(): boolean {
  return useStore(changes, areSingleKeysOn);
}
