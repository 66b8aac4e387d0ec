import { useSearchParams } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Search, searchAddress, searchOf } from "@/lib/client/api/search-params";

/** Results follow what is typed after this long. */
const TYPING_PAUSE_MS = 150;

/** The search in the address: it is the one place where it stands, so that back, reload and links have it. */
export function useSearchAddress() {
  const params = useSearchParams();
  const search = useMemo(() => searchOf(new URLSearchParams(params)), [params]);
  const [text, setText] = useState(search.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const written = useRef(search.q);
  useEffect(() => {
    // Changed from outside: back and forward.
    if (search.q !== written.current) setText(search.q);
    written.current = search.q;
  }, [search.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const write = (next: Search) => {
    clearTimeout(timer.current);
    written.current = next.q;
    window.history.replaceState(null, "", `/search${searchAddress(next)}`);
  };
  return {
    search,
    text,
    type(q: string) {
      setText(q);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => write({ ...search, q }), TYPING_PAUSE_MS);
    },
    choose: (change: Partial<Search>) => write({ ...search, q: text, ...change }),
  };
}
