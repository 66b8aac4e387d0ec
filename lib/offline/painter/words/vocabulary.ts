import "server-only";
import type { Lch } from "@/lib/offline/painter/color/color";
import type { Frame, Place, Season, Sitter, StyleName, SubjectKind, Time, Tone, Weather } from "./brief";
import { colors } from "./color-words";
import { type Rows, subjects } from "./subject-words";

/** What one word says. A word may say several things ("sunset" is a time; "snowy" is weather and season). */
export type Sense =
  | { kind: "time"; value: Time }
  | { kind: "weather"; value: Weather }
  | { kind: "season"; value: Season }
  | { kind: "place"; value: Place }
  | { kind: "style"; value: StyleName }
  | { kind: "tone"; value: Tone }
  | { kind: "frame"; value: Frame }
  | { kind: "subject"; value: SubjectKind }
  | { kind: "color"; value: Lch }
  | { kind: "count"; value: number }
  | { kind: "sitter"; value: Partial<Sitter> }
  | { kind: "cloth" }
  | { kind: "asleep" }
  | { kind: "sill" };

const times: Rows<Time> = {
  dawn: "dawn sunrise morning daybreak early",
  day: "day noon midday daylight afternoon sunny sunlit daytime",
  dusk: "dusk sunset evening twilight golden-hour sundown gloaming",
  night: "night midnight nighttime nocturne moonlit moonlight starry neon nocturnal",
};

const weathers: Rows<Weather> = {
  clear: "clear cloudless",
  clouds: "cloud cloudy overcast",
  rain: "rain rainy raining drizzle wet rainfall",
  storm: "storm stormy thunder thunderstorm lightning tempest gale",
  snow: "snow snowy snowfall blizzard snowing frosty",
  fog: "fog foggy mist misty haze hazy",
};

const seasons: Rows<Season> = {
  spring: "spring springtime blossom sakura",
  summer: "summer",
  autumn: "autumn autumnal october",
  winter: "winter wintry snow snowy ice icy frozen arctic christmas",
};

const places: Rows<Place> = {
  mountains: "mountain alps alpine peak summit hill cliff valley volcano glacier canyon ridge fjord himalaya",
  sea: "sea ocean beach coast shore wave island seaside harbour harbor bay surf port sail",
  lake: "lake pond river reed lagoon stream waterfall riverside lakeside swamp",
  city: "city skyline street downtown metropolis skyscraper urban tokyo manhattan york london paris berlin cyberpunk alley avenue building cityscape",
  village: "village town hamlet townscape",
  forest: "forest wood woodland jungle grove rainforest",
  desert: "desert dune sahara oasis mesa savanna mars",
  meadow:
    "meadow field farm grassland prairie countryside pasture garden park orchard vineyard lawn tuscany wheat",
  space: "space galaxy cosmos nebula universe orbit planet astronaut cosmic spaceship",
  interior:
    "interior room indoor kitchen bedroom library studio window windowsill cafe café office attic hallway sofa living-room reading fireplace",
  table: "still-life table",
};

const styles: Rows<StyleName> = {
  gouache: "gouache illustration editorial",
  poster: "poster flat vector bauhaus minimalist minimal travel-poster art-deco swiss screenprint graphic",
  watercolor: "watercolor watercolour aquarelle water-color",
  ink: "ink sumi-e sumi brush calligraphy woodcut linocut ukiyo-e engraving",
  oil: "oil oil-painting impressionist impressionism impasto painterly acrylic monet expressionist painting",
  pixel: "pixel pixel-art 8-bit 8bit 16-bit pixelated voxel",
  blueprint: "blueprint schematic technical-drawing cyanotype technical",
  "low-poly": "low-poly lowpoly polygon polygonal faceted",
  line: "line-drawing line-art lineart line sketch pencil outline doodle charcoal etching",
  riso: "riso risograph grain grainy halftone screen-print retro vintage print",
  photo: "photo photograph photography photorealistic realistic cinematic film photographic dslr 35mm macro",
  papercut: "papercut paper-cut collage paper-cutout origami cut-paper layered-paper",
};

const tones: Rows<Tone> = {
  pastel: "pastel soft delicate candy",
  neon: "neon fluorescent cyberpunk synthwave vaporwave",
  muted: "muted faded subdued desaturated washed",
  vivid: "vivid vibrant saturated bold colorful colourful",
  dark: "dark moody gloomy noir",
  bright: "bright light airy",
  mono: "monochrome monochromatic duotone",
  grey: "black-and-white grayscale greyscale grey gray b&w",
  warm: "warm cozy cosy",
  cold: "cold cool chilly icy",
  earthy: "earthy rustic natural",
};

const frames: Rows<Frame> = {
  landscape: "landscape scenery view vista",
  space: "",
  interior: "",
  "still-life": "still-life",
  portrait: "portrait face headshot bust self-portrait selfie head",
  emblem: "logo icon emblem badge symbol sticker mark logotype favicon insignia",
  pattern: "pattern seamless tile wallpaper textile tileable",
  abstract: "abstract geometric composition shape cubist suprematist kandinsky mondrian",
};

const counts: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  several: 4,
  many: 7,
  pair: 2,
  couple: 2,
  twin: 2,
  flock: 6,
  herd: 5,
};

const sitters: Record<string, Partial<Sitter>> = {
  woman: { longHair: true },
  girl: { longHair: true, age: "child" },
  lady: { longHair: true },
  queen: { longHair: true },
  boy: { age: "child" },
  child: { age: "child" },
  kid: { age: "child" },
  old: { age: "old" },
  elderly: { age: "old" },
  grandmother: { age: "old", longHair: true },
  grandfather: { age: "old", beard: true },
  beard: { beard: true },
  bearded: { beard: true },
  hat: { hat: true },
  glass: { glasses: true },
  glasses: { glasses: true },
  spectacle: { glasses: true },
  fisherman: { beard: true, hat: true },
};

const cloths =
  "coat jacket dress shirt sweater jumper scarf hoodie suit raincoat pullover kimono blouse cloak";

/** Every word (or hyphenated pair of words) the painter knows, with all it says. */
export function createVocabulary(): ReadonlyMap<string, readonly Sense[]> {
  const vocabulary = new Map<string, Sense[]>();
  const add = (word: string, sense: Sense) => {
    vocabulary.set(word, [...(vocabulary.get(word) ?? []), sense]);
  };
  const addRows = <T extends string>(rows: Rows<T>, sense: (value: T) => Sense) => {
    for (const value in rows) {
      for (const word of rows[value].split(" ").filter((text) => text !== "")) add(word, sense(value));
    }
  };
  addRows(times, (value) => ({ kind: "time", value }));
  addRows(weathers, (value) => ({ kind: "weather", value }));
  addRows(seasons, (value) => ({ kind: "season", value }));
  addRows(places, (value) => ({ kind: "place", value }));
  addRows(styles, (value) => ({ kind: "style", value }));
  addRows(tones, (value) => ({ kind: "tone", value }));
  addRows(frames, (value) => ({ kind: "frame", value }));
  addRows(subjects, (value) => ({ kind: "subject", value }));
  for (const [word, value] of Object.entries(colors)) add(word, { kind: "color", value });
  for (const [word, value] of Object.entries(counts)) add(word, { kind: "count", value });
  for (const [word, value] of Object.entries(sitters)) add(word, { kind: "sitter", value });
  for (const word of cloths.split(" ")) add(word, { kind: "cloth" });
  for (const word of ["asleep", "sleeping", "sleepy", "sleep", "napping", "curled", "nap"])
    add(word, { kind: "asleep" });
  for (const word of ["windowsill", "sill", "ledge"]) add(word, { kind: "sill" });
  return vocabulary;
}
