import "server-only";
import type { Frame, Place, Season, Sitter, StyleName, SubjectKind, Time, Tone, Weather } from "./brief";
import type { Lch } from "./color";

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

type Rows<T extends string> = Record<T, string>;

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
const subjects: Rows<SubjectKind> = {
  apple: "apple fruit peach plum cherry tomato pomegranate",
  astronaut: "astronaut cosmonaut spaceman spacewoman",
  balloon: "balloon hot-air-balloon airship zeppelin",
  bear: "bear panda",
  bicycle: "bicycle bike cyclist",
  bird: "bird sparrow robin swallow seagull gull raven crow pigeon parrot finch hummingbird kingfisher",
  boat: "boat ship sailboat sailing yacht sailing-boat sail dinghy vessel regatta",
  book: "book",
  bottle: "bottle wine perfume jar carafe",
  bridge: "bridge viaduct",
  cactus: "cactus cacti saguaro succulent",
  car: "car automobile van taxi truck vehicle",
  castle: "castle fortress tower palace",
  cat: "cat kitten kitty tabby",
  chair: "chair armchair stool",
  church: "church chapel cathedral monastery",
  crane: "crane heron egret stork flamingo",
  cup: "cup mug coffee tea teacup espresso latte teapot",
  deer: "deer stag elk fawn moose reindeer",
  dog: "dog puppy wolf hound labrador corgi",
  fish: "fish koi goldfish salmon shark carp",
  flower: "flower tulip rose daisy poppy sunflower lily peony bouquet lavender dahlia orchid",
  fox: "fox",
  horse: "horse pony stallion mare unicorn",
  house: "house cabin cottage hut barn home chalet farmhouse shed farm lodge temple",
  lamp: "lamp lantern",
  leaf: "leaf monstera fern",
  lemon: "lemon lime citrus",
  lighthouse: "lighthouse beacon",
  moon: "moon crescent",
  mushroom: "mushroom toadstool fungi",
  orange: "tangerine mandarin clementine oranges",
  owl: "owl",
  palm: "palm palm-tree",
  pear: "pear fig avocado",
  person:
    "person man woman girl boy figure traveler traveller hiker child people wanderer monk wizard knight dancer old-man human samurai explorer fisherman surfer runner",
  pine: "pine fir spruce conifer cedar",
  planet: "planet saturn jupiter globe",
  plant: "plant houseplant ficus",
  rabbit: "rabbit bunny hare",
  rocket: "rocket spaceship spacecraft shuttle",
  star: "star",
  sun: "sun",
  tent: "tent camping campfire camp",
  tree: "tree oak birch maple willow olive bonsai cherry-tree",
  umbrella: "umbrella parasol",
  vase: "vase jug pitcher pot ceramic amphora",
  whale: "whale dolphin orca",
  windmill: "windmill",
};
const colors: Record<string, Lch> = {
  red: [0.58, 0.2, 27],
  crimson: [0.5, 0.2, 20],
  scarlet: [0.6, 0.22, 30],
  burgundy: [0.4, 0.13, 15],
  coral: [0.72, 0.16, 32],
  salmon: [0.76, 0.12, 32],
  pink: [0.78, 0.13, 0],
  magenta: [0.62, 0.24, 345],
  rose: [0.74, 0.12, 10],
  orange: [0.72, 0.17, 52],
  terracotta: [0.62, 0.13, 42],
  rust: [0.52, 0.13, 42],
  amber: [0.79, 0.16, 72],
  gold: [0.82, 0.14, 86],
  golden: [0.82, 0.14, 86],
  ochre: [0.7, 0.12, 78],
  yellow: [0.87, 0.16, 95],
  mustard: [0.77, 0.14, 88],
  lime: [0.85, 0.2, 125],
  green: [0.6, 0.14, 148],
  emerald: [0.62, 0.15, 158],
  olive: [0.55, 0.1, 115],
  sage: [0.74, 0.06, 145],
  mint: [0.86, 0.08, 168],
  teal: [0.62, 0.1, 192],
  turquoise: [0.76, 0.12, 190],
  cyan: [0.8, 0.13, 205],
  blue: [0.55, 0.15, 255],
  navy: [0.32, 0.09, 260],
  cobalt: [0.48, 0.18, 262],
  azure: [0.7, 0.13, 240],
  indigo: [0.4, 0.16, 278],
  purple: [0.5, 0.18, 305],
  violet: [0.52, 0.18, 295],
  lavender: [0.76, 0.09, 300],
  lilac: [0.78, 0.09, 315],
  white: [0.95, 0.012, 90],
  cream: [0.94, 0.04, 90],
  beige: [0.86, 0.045, 82],
  black: [0.22, 0.02, 270],
  silver: [0.8, 0.015, 250],
  brown: [0.45, 0.08, 55],
  copper: [0.6, 0.12, 48],
  bronze: [0.55, 0.1, 65],
  ginger: [0.66, 0.15, 52],
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
