import "server-only";
import type { ImageModel } from "@/lib/domain/models/image-model";

/** What the providers list, as this process knows it. */
export type ModelList = {
  /** Ids as this studio has them; null where no provider gives a list. Of one without a list, every model counts as listed. */
  ids(): Promise<string[] | null>;
  /** A model that no table has, by its id in this studio; what was listed of it is in it once it was listed. */
  unknown(id: string): ImageModel;
  /** The day a model stops, where a list names one: YYYY-MM-DD by id. */
  shutdowns(): Promise<ReadonlyMap<string, string>>;
};
