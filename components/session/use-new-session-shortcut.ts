import { useEffect, useEffectEvent } from "react";

/** What the shortcut of an installed studio opens (public/manifest.webmanifest): "/?new=session". */
const PARAM = "new";

/** Makes a new session where the address asks for one, once: a reload or a step back finds the address without it. */
export function useNewSessionShortcut(create: () => void): void {
  const run = useEffectEvent(create);
  useEffect(() => {
    const url = new URL(location.href);
    if (url.searchParams.get(PARAM) !== "session") return;
    url.searchParams.delete(PARAM);
    history.replaceState(null, "", url);
    run();
  }, []);
}
