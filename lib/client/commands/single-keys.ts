import { useSyncExternalStore } from "react";

const STORAGE_KEY = "safelight:single-keys";
const listeners = new Set<() => void>();

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
    for (const listener of listeners) listener();
  }
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn, () => true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
