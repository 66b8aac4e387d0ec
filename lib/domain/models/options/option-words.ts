import { OPTIONS, type OptionName, type OptionValue } from "./option";
import { parseSize } from "./size";

/** Words whose capitals are not just the first letter's. */
const SPELLINGS: Readonly<Record<string, string>> = {
  gif: "GIF",
  hd: "HD",
  jpeg: "JPEG",
  png: "PNG",
  svg: "SVG",
  webp: "WebP",
  xhigh: "Extra high",
};

/** An option's value as people read it, everywhere: "1536 × 1024", "JPEG", "Auto". */
export function optionWords(value: OptionValue): string {
  const text = String(value);
  const size = parseSize(text);
  if (size) return `${size.widthPx} × ${size.heightPx}`;
  return SPELLINGS[text] ?? text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Quality High" */
export function settingWords(name: OptionName, value: OptionValue): string {
  return `${OPTIONS[name].label} ${optionWords(value)}`;
}
