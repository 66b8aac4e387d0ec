/**
 * Every option a model can take: its label in the form and its name on the wire.
 * The set is closed: a new parameter of the API is one line here, then a value in the rows that take it.
 */
export const OPTIONS = {
  size: { label: "Size", wire: "size" },
  aspectRatio: { label: "Aspect ratio", wire: "aspect_ratio" },
  resolution: { label: "Resolution", wire: "resolution" },
  quality: { label: "Quality", wire: "quality" },
  style: { label: "Style", wire: "style" },
  background: { label: "Background", wire: "background" },
  complexity: { label: "Complexity", wire: "complexity" },
  outputFormat: { label: "Output format", wire: "output_format" },
  compression: { label: "Compression", wire: "output_compression" },
  frameCount: { label: "Frames", wire: "frame_count" },
  frameDurationMs: { label: "Frame duration", wire: "frame_duration_ms" },
  moderation: { label: "Moderation", wire: "moderation" },
  partials: { label: "Partial previews", wire: "partial_images" },
} as const satisfies Record<string, { label: string; wire: string }>;

export type OptionName = keyof typeof OPTIONS;

/** All option names, in the order in which the form and the docs show them. */
export const OPTION_NAMES: readonly OptionName[] = Object.keys(OPTIONS).filter(isOptionName);

function isOptionName(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}

export type OptionValue = string | number;
/** Chosen values by option name. Absent means: the provider's default. */
export type OptionValues = { [name in OptionName]?: OptionValue };

/** The options that have a value, in the form's order. */
export function chosenEntries(options: OptionValues): [OptionName, OptionValue][] {
  return OPTION_NAMES.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [[name, value] satisfies [OptionName, OptionValue]];
  });
}
