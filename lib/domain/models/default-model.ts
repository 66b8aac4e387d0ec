import type { ImageModel } from "./image-model";
import { DEFAULT_MODEL_ID } from "./image-models";

/** The model a new session starts with: the default where the table still has it, else its first row. */
export function defaultModelOf(models: readonly ImageModel[]): ImageModel | undefined {
  return models.find((model) => model.id === DEFAULT_MODEL_ID) ?? models[0];
}
