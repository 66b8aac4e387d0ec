import { type ImageModel, optionNamesOf } from "@/lib/domain/models/image-model";
import { isShutDown, vendorName } from "./lifecycle-words";

/** A heading of the model list with its models; the first group has no heading. */
export type ModelGroup = { heading: string | null; models: readonly ImageModel[] };

/** Current models first, then by vendor those that were shut down, then ids that only the provider knows. */
export function modelGroups(models: readonly ImageModel[], today: Date): ModelGroup[] {
  const groups = Map.groupBy(models, (model) => headingOf(model, today));
  return [...groups]
    .map(([heading, models]) => ({ heading, models }))
    .toSorted((a, b) => rankOf(a.heading) - rankOf(b.heading));
}

const UNKNOWN_HEADING = "Also listed by the provider";

function headingOf(model: ImageModel, today: Date): string | null {
  if (isShutDown(model, today)) return `Shut down at ${vendorName(model)}`;
  const isUnknown = optionNamesOf(model).length === 0 && model.prices.unit === "unknown";
  return isUnknown ? UNKNOWN_HEADING : null;
}

function rankOf(heading: string | null): number {
  if (heading === null) return 0;
  return heading === UNKNOWN_HEADING ? 2 : 1;
}
