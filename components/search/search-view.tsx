import { ArrowLeft, Search as SearchIcon, Zap } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LiveRegion } from "@/components/ui/live-region";
import { ToastRegion } from "@/components/ui/toast-region";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { searchAddress } from "@/lib/client/api/search-params";
import { openView } from "@/lib/client/studio/view-store";
import { OFFLINE_LABEL } from "@/lib/domain/models/provider-info";
import { SearchFilters, type SearchFiltersProps } from "./search-filters";
import { SearchResults } from "./search-results";
import { useSearch } from "./use-search";
import { useSearchAddress } from "./use-search-address";

export type SearchViewProps = Pick<SearchFiltersProps, "models" | "sessions">;

/** The words, the filters, and the pictures below them. */
export function SearchView({ models, sessions }: SearchViewProps) {
  const { search, text, type, choose } = useSearchAddress();
  const { found, hasNextPage, isFetching, isPlaceholderData, isPending, error, fetchNextPage, refetch } =
    useSearch(search);
  const words = isPending ? "" : foundWords(found.length, hasNextPage);
  const cull = () => {
    const address = searchAddress(search);
    const title = search.q === "" ? "Found pictures" : `“${search.q}”`;
    openView({
      kind: "cull",
      source: { kind: "search", key: `search:${address}`, title, query: search, count: null },
    });
  };
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <header className="flex h-12 shrink-0 items-center gap-3 border-line border-b bg-panel px-4 max-desk:px-3">
        <Link
          href="/"
          aria-label="Back to the studio"
          className="-ml-2 inline-flex h-icon items-center gap-1.5 rounded-sm px-2 font-medium text-ink-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <ArrowLeft aria-hidden size={15} />
          <span className="max-desk:hidden">Studio</span>
        </Link>
        <span aria-hidden className="h-4 w-px bg-line-strong" />
        <h1 className="font-semibold text-lead max-desk:sr-only">Find pictures</h1>
        {found.some(({ isSketch }) => isSketch) && <Badge>{OFFLINE_LABEL}</Badge>}
        <p className="ml-auto text-caption text-ink-muted">{words}</p>
        <Button size="sm" variant="quiet" icon={Zap} disabled={found.length === 0} onClick={cull}>
          Cull these
        </Button>
      </header>
      <main className="flex min-h-0 flex-1 flex-col">
        <search className="grid shrink-0 gap-2 border-line border-b bg-panel px-4 py-3 max-desk:px-3">
          <div data-focus-frame className="frame flex h-10 items-center gap-2 px-3 max-desk:h-11">
            <SearchIcon aria-hidden size={16} className="shrink-0 text-ink-faint" />
            <input
              // biome-ignore lint/a11y/noAutofocus: the page is for this.
              autoFocus
              type="search"
              aria-label="Words"
              placeholder="Words of the pictures, in any order"
              autoComplete="off"
              spellCheck={false}
              maxLength={500}
              value={text}
              onChange={(event) => type(event.currentTarget.value)}
              className="h-full min-w-0 flex-1 bg-transparent text-lead outline-none"
            />
          </div>
          <SearchFilters models={models} sessions={sessions} search={search} onChoose={choose} />
        </search>
        <SearchResults
          address={searchAddress(search)}
          found={found}
          isStale={isPlaceholderData}
          isMore={hasNextPage && !isFetching}
          onEnd={fetchNextPage}
        >
          {error !== null && (
            <p className="flex items-center justify-center gap-3 text-ink-muted">
              {refusalWords(error)}
              <Button size="sm" onClick={() => void refetch()}>
                Try again
              </Button>
            </p>
          )}
          {error === null && !isFetching && found.length === 0 && (
            <p className="text-center text-ink-muted">No picture matches. Try fewer words or filters.</p>
          )}
        </SearchResults>
      </main>
      <LiveRegion>{isFetching ? "" : words}</LiveRegion>
      <ToastRegion />
    </div>
  );
}

function foundWords(count: number, isMore: boolean): string {
  if (count === 0) return "None found";
  return `${count.toLocaleString("en-US")}${isMore ? "+" : ""} found`;
}
