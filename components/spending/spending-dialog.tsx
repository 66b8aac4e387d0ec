import { useQuery } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { refusalWords } from "@/lib/client/api/refusal-words";
import { getSpending } from "@/lib/client/api/spending-api";
import { saveFile } from "@/lib/client/browser/save-file";
import { formatUsd } from "@/lib/client/words/format-usd";
import type { Spending } from "@/lib/domain/money/spending";
import type { Session } from "@/lib/domain/session/session";
import { DayBars } from "./day-bars";
import { LimitForm } from "./limit-form";
import { monthDays } from "./month-days";

/** What was spent today, this month and in the open session, day by day, and the limit. */
export function SpendingDialog({ session, onClose }: { session: Session; onClose(): void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["spending"],
    queryFn: ({ signal }) => getSpending(signal),
    // What is under way settles without a word where it costs nothing.
    refetchInterval: ({ state }) => (state.data && state.data.committedUsd > 0 ? SETTLING_MS : false),
  });
  return (
    <Dialog open onClose={onClose} label="Spending">
      <div className="flex items-center justify-between border-line border-b py-2 pr-2 pl-4">
        <h2 className="font-semibold text-lead">Spending</h2>
        <IconButton
          icon={X}
          label="Close"
          tooltipSide="bottom"
          tooltipAlign="end"
          data-autofocus
          onClick={onClose}
        />
      </div>
      <div className="min-h-[396px] p-4">
        {data && <Figures spending={data} session={session} />}
        {!data && error && (
          <p role="alert" className="flex flex-wrap items-center gap-2">
            {refusalWords(error)}
            <Button size="sm" onClick={() => void refetch()}>
              Try again
            </Button>
          </p>
        )}
      </div>
    </Dialog>
  );
}

/** How often what is under way is asked for while someone looks. */
const SETTLING_MS = 3_000;

function Figures({ spending, session }: { spending: Spending; session: Session }) {
  const days = monthDays(spending.days, spending.today);
  const month = new Date(`${spending.today}T00:00:00Z`).toLocaleDateString("en-GB", {
    ...{ month: "long", year: "numeric", timeZone: "UTC" },
  });
  return (
    <div className="grid gap-5">
      <dl className="grid grid-cols-3 gap-3">
        <Figure name="Today" usd={spending.todayUsd} />
        <Figure name="This month" usd={spending.monthUsd} />
        <Figure name="This session" usd={session.spentUsd} />
      </dl>
      <section>
        <h3 className="mb-2 text-caption text-ink-muted">{month}, by day (UTC)</h3>
        <DayBars days={days} />
        <p className="mt-1 flex justify-between text-caption text-ink-faint">
          <span>1</span>
          <span>today</span>
        </p>
      </section>
      <LimitForm spending={spending} />
      <div className="flex items-center justify-between gap-3 border-line border-t pt-4">
        <p className="text-pretty text-caption text-ink-muted">
          Every call that was or may have been billed.
        </p>
        <Button icon={Download} onClick={() => saveFile("/api/spending/csv")}>
          Save as CSV
        </Button>
      </div>
    </div>
  );
}

function Figure({ name, usd }: { name: string; usd: number }) {
  return (
    <div>
      <dt className="text-caption text-ink-muted">{name}</dt>
      <dd className="font-semibold text-title">{formatUsd(usd)}</dd>
    </div>
  );
}
