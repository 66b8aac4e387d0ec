import type { ImageModel } from "@/lib/domain/models/image-model";
import { modelTable } from "@/lib/domain/models/model-table";

/**
 * The rows that an Images API serves, as the one of the tests is. Tests pick models by what they can do, so that a
 * new row needs no new test.
 */
export const MODELS: readonly ImageModel[] = [...modelTable().values()].filter(
  ({ endpoint }) => endpoint === "images",
);

/** The first row, in the table's order, of which something is true. */
export function modelWith(isWanted: (model: ImageModel) => boolean): ImageModel {
  const model = MODELS.find(isWanted);
  if (!model) throw new Error("The table has no such model.");
  return model;
}

/** Develops live. */
export const STREAMED = modelWith(({ options }) => options.partials !== undefined);
/** Takes any size that obeys its row's rule. */
export const FREE_SIZE = modelWith(
  ({ options }) => options.size?.kind === "size" && options.size.custom !== null,
);
/** Gives one picture a call. */
export const SINGLE = modelWith(({ imagesPerCallMax }) => imagesPerCallMax === 1);
/** Answers in one piece and can be asked for addresses instead of bytes. */
export const PLAIN = modelWith((model) => model.takesResponseFormat && model.imagesPerCallMax > 1);
