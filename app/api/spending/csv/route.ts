import { handle } from "@/lib/server/doors/handle";
import { spendingCsv } from "@/lib/server/spending/spending-csv";

export function GET(request: Request) {
  return handle(request, async ({ services, viewer }) => {
    return new Response(spendingCsv(services.database.drizzle, viewer), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="safelight-spending.csv"',
        "cache-control": "no-store",
      },
    });
  });
}
