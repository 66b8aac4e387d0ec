import type { OptionValues } from "@/lib/domain/models/options/option";
import type { WireBody } from "./wire-body";

/**
 * The body of `POST /chat/completions` for a multimodal model: its aspect ratio and resolution go into `image_config`,
 * as OpenRouter and LiteLLM want them; servers that do not know it pass over it.
 */
export function chatBody(
  model: string,
  { prompt, options }: { prompt: string; options: OptionValues },
): WireBody {
  const { aspectRatio, resolution } = options;
  const config = {
    ...(aspectRatio !== undefined && aspectRatio !== "auto" && { aspect_ratio: aspectRatio }),
    ...(resolution !== undefined && { image_size: resolution }),
  };
  return {
    model,
    messages: [{ role: "user", content: prompt }],
    modalities: ["image", "text"],
    ...(Object.keys(config).length > 0 && { image_config: config }),
  };
}
