import type { EndUser } from "@/lib/domain/generation/end-user";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionValues } from "@/lib/domain/models/options/option";

/** A request that has passed every check. */
export type ImageOrder = {
  model: ImageModel;
  prompt: string;
  imageCount: number;
  /** What was asked for; absent means the model's default. */
  options: OptionValues;
  isStreamed: boolean;
  answerAs: "b64_json" | "url";
  /** Who asked, by the caller's own names; for the eyes of nobody but whoever hashes it. */
  endUser: EndUser;
};
