import { useCallback, useEffect, useRef, useState } from "react";

const PARAM = "picture";

export type OpenPicture = {
  openId: string | null;
  /** Opening is a step of the browser's history; paging while a picture is open is not. */
  open(id: string): void;
  close(): void;
};

/** Which picture is open. The address says so, so that Back closes it and a link leads to it. */
export function useOpenPicture(initialId: string | null): OpenPicture {
  const [openId, setOpenId] = useState(initialId);
  /** Whether Back leads to this very page without a picture. */
  const isOwnStep = useRef(false);
  useEffect(() => {
    const onPopState = () => {
      isOwnStep.current = false;
      setOpenId(new URLSearchParams(location.search).get(PARAM));
    };
    addEventListener("popstate", onPopState);
    return () => removeEventListener("popstate", onPopState);
  }, []);
  const open = useCallback(
    (id: string) => {
      if (openId === null) {
        history.pushState(null, "", searchWith(id));
        isOwnStep.current = true;
      } else history.replaceState(null, "", searchWith(id));
      setOpenId(id);
    },
    [openId],
  );
  const close = useCallback(() => {
    if (isOwnStep.current) return history.back();
    history.replaceState(null, "", searchWith(null));
    setOpenId(null);
  }, []);
  return { openId, open, close };
}

function searchWith(id: string | null): string {
  const url = new URL(location.href);
  if (id === null) url.searchParams.delete(PARAM);
  else url.searchParams.set(PARAM, id);
  return url.pathname + url.search;
}
