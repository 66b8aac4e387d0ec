import "server-only";
import type OpenAI from "openai";
import * as z from "zod";
import type { Dialect } from "@/lib/domain/providers/dialect";
import type { ProviderRow } from "@/lib/domain/providers/provider-row";
import type { ListedModel } from "@/lib/server/ports/provider";

type Asked = { dialect: Dialect; catalogue: ProviderRow["catalogue"] };

/** More than any server offers; what lies beyond is not read. */
const MODELS_MAX = 2_000;
const PARAMETERS_MAX = 50;

const usd = z.coerce.number().nonnegative().max(1_000).nullish().catch(null);
const rowSchema = z.object({
  id: z.string().min(1).max(200),
  shutdown_date: z.iso.date().nullish().catch(null),
  name: z.string().max(80).nullish().catch(null),
  display_name: z.string().max(80).nullish().catch(null),
  pricing: z.object({ image: usd, image_output: usd }).partial().nullish().catch(null),
  supported_parameters: z.array(z.string()).max(PARAMETERS_MAX).nullish().catch(null),
});
type WireModel = z.infer<typeof rowSchema>;

/** A list, a list without its envelope, or one object where a server has one model. A row that cannot be read is passed over. */
const listSchema = z.union([
  z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data),
  z.array(z.unknown()),
  rowSchema.transform((row): unknown[] => [row]),
]);

/** What a provider says its key can use; null where it gives no list. It costs nothing. */
export async function listModels(
  client: Pick<OpenAI, "get">,
  { dialect, catalogue }: Asked,
  signal: AbortSignal,
): Promise<ListedModel[] | null> {
  if (catalogue === "none") return null;
  const path = catalogue === "openrouter" ? "/images/models" : "/models";
  const answer: unknown = await client.get(path, { signal }).catch(() => null);
  const list = listSchema.safeParse(answer).data;
  if (!list) return null;
  const rows = list.slice(0, MODELS_MAX).flatMap((item) => rowSchema.safeParse(item).data ?? []);
  // Not one that can be read is no list.
  return rows.length === 0 && list.length > 0 ? null : rows.map((row) => toListed(row, dialect));
}

function toListed(row: WireModel, { idPrefix }: Dialect): ListedModel {
  const label = row.display_name ?? row.name;
  const price = row.pricing?.image_output ?? row.pricing?.image;
  return {
    // Gateways list ids with their vendor; the table has them bare.
    id: idPrefix === "vendor" ? row.id.replace(/^[^/]+\//, "") : row.id,
    shutdownOn: row.shutdown_date ?? null,
    fields: {
      ...(label && { label }),
      ...(price && { prices: pricesOf(price) }),
      ...(idPrefix === "vendor" && row.id.includes("/") && { vendor: row.id.split("/")[0] }),
      ...(row.supported_parameters && { options: optionsOf(row.supported_parameters) }),
    },
  };
}

/** One price whatever the quality and size. */
function pricesOf(usdAnImage: number) {
  const asOf = new Date().toISOString().slice(0, 10);
  return { unit: "image", usd: { standard: { any: usdAnImage } }, source: "listed by the provider", asOf };
}

const RATIOS = ["auto", "1:1", "2:3", "3:2", "3:4", "4:3", "9:16", "16:9"];

/** Options whose values are the same wherever a list names them. */
function optionsOf(parameters: readonly string[]) {
  const takes = new Set(parameters);
  return {
    ...(takes.has("aspect_ratio") && { aspectRatio: { kind: "choice", values: RATIOS, default: "auto" } }),
    ...(takes.has("resolution") && {
      resolution: { kind: "choice", values: ["1K", "2K", "4K"], default: "1K" },
    }),
    ...(takes.has("quality") && {
      quality: { kind: "choice", values: ["auto", "low", "medium", "high"], default: "auto" },
    }),
    ...(takes.has("output_format") && {
      outputFormat: { kind: "choice", values: ["png", "jpeg", "webp"], default: "png" },
    }),
  };
}
