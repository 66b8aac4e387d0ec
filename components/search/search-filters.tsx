import { CircleX, Heart } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { NO_SEARCH, type Search, searchAddress } from "@/lib/client/api/search-params";
import { type ImageModel, sizeOptionOf } from "@/lib/domain/models/image-model";
import { optionWords } from "@/lib/domain/models/options/option-words";
import { SessionFilter } from "./session-filter";
import type { SessionChoice } from "./use-session-choices";

export type SearchFiltersProps = {
  models: readonly ImageModel[];
  /** Those that were worked in last; every other one is found by its name. */
  sessions: readonly SessionChoice[];
  search: Search;
  onChoose(change: Partial<Search>): void;
};

/** Everything that a picture can be asked for, words aside. */
export function SearchFilters({ models, sessions, search, onChoose }: SearchFiltersProps) {
  const sizes = [...new Set(models.flatMap((model) => sizeOptionOf(model)?.presets ?? []))];
  const isFiltered = searchAddress({ ...search, q: "" }) !== "";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Filter label="Model" value={search.model} onChoose={(model) => onChoose({ model })}>
        {withCurrent(
          models.map(({ id, label }) => [id, label]),
          search.model,
        ).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Filter>
      <Filter label="Size" value={search.size} onChoose={(size) => onChoose({ size })}>
        {withCurrent(
          sizes.filter((size) => size !== "auto").map((size) => [size, optionWords(size)]),
          search.size,
        ).map(([size, label]) => (
          <option key={size} value={size}>
            {label}
          </option>
        ))}
      </Filter>
      <SessionFilter
        sessionId={search.session}
        recent={sessions}
        onChoose={(session) => onChoose({ session })}
      />
      <div className="flex items-center gap-1.5">
        <DayField label="From" value={search.from} onChoose={(from) => onChoose({ from })} />
        <span aria-hidden className="text-ink-faint">
          –
        </span>
        <DayField label="To" value={search.to} onChoose={(to) => onChoose({ to })} />
      </div>
      <Button
        icon={Heart}
        aria-pressed={search.favourite === "yes"}
        onClick={() => onChoose({ favourite: search.favourite === "yes" ? null : "yes" })}
        className="aria-pressed:border-ink aria-pressed:bg-pressed"
      >
        Favourites
      </Button>
      <Button
        icon={CircleX}
        aria-pressed={search.rejected === "no"}
        onClick={() => onChoose({ rejected: search.rejected === "no" ? null : "no" })}
        className="aria-pressed:border-ink aria-pressed:bg-pressed"
      >
        Hide rejected
      </Button>
      <Button
        variant="quiet"
        className={isFiltered ? "" : "invisible"}
        onClick={() => onChoose({ ...NO_SEARCH, q: search.q })}
      >
        Clear filters
      </Button>
    </div>
  );
}

type FilterProps = {
  label: string;
  value: string | null;
  onChoose(value: string | null): void;
  children: ReactNode;
};

/** A list of choices whose first stands for all. */
function Filter({ label, value, onChoose, children }: FilterProps) {
  return (
    <Select
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
      className="w-40 max-desk:w-[calc(50%-4px)]"
    >
      <option value="">Any {label.toLowerCase()}</option>
      {children}
    </Select>
  );
}

function DayField({ label, value, onChoose }: Omit<FilterProps, "children">) {
  return (
    <input
      type="date"
      aria-label={label}
      value={value ?? ""}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
      className="frame h-control w-36 px-2"
    />
  );
}

/** What the address names may not be among the known ones: it stays visible. */
function withCurrent(choices: readonly (readonly [string, string])[], current: string | null) {
  const isKnown = current === null || choices.some(([value]) => value === current);
  return isKnown ? choices : [...choices, [current, optionWords(current)] as const];
}
