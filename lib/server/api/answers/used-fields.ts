import "server-only";
import type { CompletedImage, UsedOptions } from "@/lib/domain/generation/image";
import type { ImageModel } from "@/lib/domain/models/image-model";
import type { OptionValues } from "@/lib/domain/models/options/option";
import { effectiveValue } from "@/lib/domain/models/options/option-rules";

/** What was used, in the API's words. */
export type UsedFields = { size?: string; quality?: string; background?: string; output_format?: string };

type Shown = { used: UsedOptions; widthPx: number; heightPx: number; contentType: string };

/**
 * What was used for a picture: as the provider said, else as it was asked for. The size is the picture's own; what
 * nobody knows, since the provider chose it, is left out. Models that can answer with an address say nothing of it.
 */
export function usedFields(model: ImageModel, options: OptionValues, picture: Shown): UsedFields {
  if (model.takesResponseFormat) return {};
  const { used, widthPx, heightPx, contentType } = picture;
  const asked = (name: "quality" | "background") => {
    const value = effectiveValue(model, options, name);
    return value === undefined || value === "auto" ? undefined : String(value);
  };
  const quality = used.quality ?? asked("quality");
  const background = used.background ?? asked("background");
  return {
    size: used.size ?? `${widthPx}x${heightPx}`,
    ...(quality && { quality }),
    ...(background && { background }),
    output_format: used.outputFormat ?? formatOf(contentType),
  };
}

/** The same for what is not finished: a partial says "auto" of what is not decided. */
export function partialFields(
  model: ImageModel,
  options: OptionValues,
  picture: Omit<Shown, "contentType">,
): Required<UsedFields> {
  const { used, widthPx, heightPx } = picture;
  const asked = (name: "size" | "quality" | "background" | "outputFormat") =>
    used[name] ?? String(effectiveValue(model, options, name) ?? "auto");
  const size = asked("size");
  return {
    size: size === "auto" ? `${widthPx}x${heightPx}` : size,
    quality: asked("quality"),
    background: asked("background"),
    output_format: used.outputFormat ?? String(effectiveValue(model, options, "outputFormat") ?? "png"),
  };
}

/** "image/svg+xml" → "svg" */
function formatOf(contentType: CompletedImage["contentType"]): string {
  return contentType.replace(/^image\//, "").replace(/\+.*$/, "");
}
