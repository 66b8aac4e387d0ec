"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { SearchView, type SearchViewProps } from "./search-view";

/** Pictures of all sessions by their words and by what they are. */
export function SearchPage(props: SearchViewProps) {
  const [queryClient] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={queryClient}>
      <SearchView {...props} />
    </QueryClientProvider>
  );
}
