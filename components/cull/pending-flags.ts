/** Where flags wait in the browser that are not written yet. Apart from what reads them, which comes with the first cull. */
export const PENDING_FLAGS_KEY = "safelight:cull-pending";

export function hasPendingFlags(): boolean {
  try {
    return localStorage.getItem(PENDING_FLAGS_KEY) !== null;
  } catch {
    return false;
  }
}
