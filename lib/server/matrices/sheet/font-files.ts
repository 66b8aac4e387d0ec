import "server-only";
import { readdir } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

const FONTSOURCE = path.join("node_modules", "@fontsource-variable");
const instrument = (subset: string) => ["instrument-sans", `instrument-sans-${subset}-wght-normal.woff2`];
const noto = (subset: string) => ["noto-sans", `noto-sans-${subset}-wght-normal.woff2`];

/** The studio's own fonts, the one of its pages first; the rest for scripts that it has not. */
export const OWN_FONT_FILES: readonly string[] = [
  instrument("latin"),
  instrument("latin-ext"),
  noto("latin"),
  noto("latin-ext"),
  noto("greek"),
  noto("cyrillic"),
  noto("vietnamese"),
  noto("devanagari"),
  noto("greek-ext"),
  noto("cyrillic-ext"),
].map(([family = "", file = ""]) => path.resolve(FONTSOURCE, family, "files", file));

/** Where Linux, macOS and Windows keep fonts. */
const SYSTEM_FOLDERS: readonly string[] = [
  "/usr/share/fonts",
  "/usr/local/share/fonts",
  path.join(homedir(), ".fonts"),
  path.join(homedir(), ".local/share/fonts"),
  "/System/Library/Fonts",
  "/Library/Fonts",
  path.join(homedir(), "Library/Fonts"),
  "C:\\Windows\\Fonts",
];
const FONT_FILE = /\.(ttf|otf|ttc|otc)$/i;
/** Names of fonts that cover many scripts: looked into first. */
const BROAD = /noto|cjk|unicode|dejavu|pingfang|hiragino|yahei|gothic|malgun|segoe|arial/i;

/** Font files of this computer, those that cover most first. Folders that are not there are passed over. */
export async function listSystemFontFiles(folders: readonly string[] = SYSTEM_FOLDERS): Promise<string[]> {
  const lists = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true }).catch(() => [])),
  );
  const files = lists.flatMap((names, place) => names.map((name) => path.join(folders[place] ?? "", name)));
  const fonts = files.filter((file) => FONT_FILE.test(file)).sort();
  return [...fonts.filter((file) => BROAD.test(file)), ...fonts.filter((file) => !BROAD.test(file))];
}
