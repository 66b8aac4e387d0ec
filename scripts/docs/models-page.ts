import type { ImageModel } from "@/lib/domain/models/image-model";
import { optionNamesOf } from "@/lib/domain/models/image-model";
import { OPTIONS } from "@/lib/domain/models/options/option";
import { ruleReason } from "@/lib/domain/models/options/option-rules";
import type { Option } from "@/lib/domain/models/options/option-schema";
import { type Estimate, estimateCost } from "@/lib/domain/money/cost";

const HEAD = "<!-- Made by `npm run docs` from lib/domain/models/image-models.ts. Do not edit. -->";

/** docs/models.md: every row of the table, in words. */
export function modelsPage(models: readonly ImageModel[]): string {
  return `${[HEAD, "# Models", modelsTable(models), ...models.map(modelSection)].join("\n\n")}\n`;
}

/** The table of models, as docs and README show it. */
export function modelsTable(models: readonly ImageModel[]): string {
  const rows = models.map((model) => {
    const { lifecycle, options } = model;
    const live = options.partials ? "yes" : "no";
    const transparent =
      options.background?.kind === "choice" && options.background.values.includes("transparent");
    const free = options.size?.kind === "size" && options.size.custom ? "any" : "fixed";
    const until = lifecycle.shutdownOn ? `until ${lifecycle.shutdownOn}` : "current";
    return `| ${model.label} | ${live} | ${free} | ${transparent ? "yes" : "no"} | ${until} |`;
  });
  const head = "| model | develops live | sizes | transparent | at its vendor |\n|---|---|---|---|---|";
  return [head, ...rows].join("\n");
}

function modelSection(model: ImageModel): string {
  const { lifecycle, prices } = model;
  const successor = lifecycle.successor ? `, successor \`${lifecycle.successor}\`` : "";
  const facts = [
    `- Prompt: at most ${model.promptCharsMax.toLocaleString("en-US")} characters`,
    `- Images a call: at most ${model.imagesPerCallMax}; more are several calls`,
    `- Lifecycle: ${lifecycle.shutdownOn ? `shut down ${lifecycle.shutdownOn}${successor}` : "current"} (${lifecycle.source})`,
    prices.unit === "unknown"
      ? "- Prices: unknown"
      : `- Prices: a ${prices.unit}, ${prices.source}, ${prices.asOf}`,
    ...priceLine(model),
    ...model.rules.map((rule) => `- Rule: ${ruleReason(rule)}`),
  ];
  return [
    `## ${model.label}`,
    `\`${model.id}\`. ${model.summary}.`,
    facts.join("\n"),
    optionsTable(model),
  ].join("\n\n");
}

/** What a picture of a megapixel costs in each quality, from the lowest to the highest where it is not known exactly. */
function priceLine(model: ImageModel): string[] {
  const { quality } = model.options;
  const qualities = quality?.kind === "choice" ? quality.values.filter((value) => value !== "auto") : [];
  const prices = qualities.flatMap((quality) => {
    const estimate = estimateCost(model, { prompt: "", options: { quality, size: "1024x1024" } }, 1);
    return estimate ? [`${quality} ${usdRange(estimate)}`] : [];
  });
  return prices.length > 0 ? [`- A picture of 1024x1024: ${prices.join(", ")}`] : [];
}

function usdRange({ lowerUsd, upperUsd }: Estimate): string {
  const [lower, upper] = [lowerUsd, upperUsd].map((usd) => `$${usd.toFixed(3)}`);
  return lower === upper ? `${lower}` : `${lower} to ${upper}`;
}

function optionsTable(model: ImageModel): string {
  const rows = optionNamesOf(model).flatMap((name) => {
    const option = model.options[name];
    if (!option) return [];
    const { label, wire } = OPTIONS[name];
    return [`| ${label} | \`${wire}\` | ${valuesOf(option)} | ${option.default} |`];
  });
  return ["| option | on the wire | values | default |\n|---|---|---|---|", ...rows].join("\n");
}

/** One docs cell for each kind of option. */
function valuesOf(option: Option): string {
  switch (option.kind) {
    case "choice":
      return option.values.join(", ");
    case "range":
      return `${option.min} to ${option.max}`;
    case "size": {
      const { custom } = option;
      const presets = option.presets.join(", ");
      if (!custom) return presets;
      const { multipleOf, ratioMax, edgeMaxPx, pixelsMin, pixelsMax } = custom;
      return `${presets}, or any: multiples of ${multipleOf}, ratio up to ${ratioMax}:1, edge up to ${edgeMaxPx}, ${pixelsMin} to ${pixelsMax} pixels`;
    }
  }
}
