import "server-only";
import type { Lch } from "@/lib/offline/painter/color/color";

export type Time = "dawn" | "day" | "dusk" | "night";
export type Weather = "clear" | "clouds" | "rain" | "storm" | "snow" | "fog";
export type Season = "spring" | "summer" | "autumn" | "winter";
export type Place =
  | "mountains"
  | "sea"
  | "lake"
  | "city"
  | "village"
  | "forest"
  | "desert"
  | "meadow"
  | "space"
  | "interior"
  | "table";
export type StyleName =
  | "gouache"
  | "poster"
  | "watercolor"
  | "ink"
  | "oil"
  | "pixel"
  | "blueprint"
  | "low-poly"
  | "line"
  | "riso"
  | "photo"
  | "papercut";
/** How the whole picture is graded, besides its hue. */
export type Tone =
  | "pastel"
  | "neon"
  | "muted"
  | "vivid"
  | "dark"
  | "bright"
  | "mono"
  | "grey"
  | "warm"
  | "cold"
  | "earthy";
/** What the picture is built as. */
export type Frame =
  | "landscape"
  | "space"
  | "interior"
  | "still-life"
  | "portrait"
  | "emblem"
  | "pattern"
  | "abstract";
export type SubjectKind =
  | "apple"
  | "astronaut"
  | "balloon"
  | "bear"
  | "bicycle"
  | "bird"
  | "boat"
  | "book"
  | "bottle"
  | "bridge"
  | "cactus"
  | "car"
  | "castle"
  | "cat"
  | "chair"
  | "church"
  | "crane"
  | "cup"
  | "deer"
  | "dog"
  | "fish"
  | "flower"
  | "fox"
  | "horse"
  | "house"
  | "lamp"
  | "leaf"
  | "lemon"
  | "lighthouse"
  | "moon"
  | "mushroom"
  | "orange"
  | "owl"
  | "palm"
  | "pear"
  | "person"
  | "pine"
  | "planet"
  | "plant"
  | "rabbit"
  | "rocket"
  | "star"
  | "sun"
  | "tent"
  | "tree"
  | "umbrella"
  | "vase"
  | "whale"
  | "windmill";

/** A thing the prompt names: how many, and the colour it was given. */
export type Mention = { kind: SubjectKind; count: number; color: Lch | null };
/** Who a portrait shows. */
export type Sitter = {
  age: "child" | "adult" | "old";
  beard: boolean;
  hat: boolean;
  glasses: boolean;
  longHair: boolean;
};

/** A prompt as the painter understands it. */
export type Brief = {
  frame: Frame;
  place: Place | null;
  time: Time | null;
  weather: Weather;
  season: Season | null;
  style: StyleName;
  tones: readonly Tone[];
  /** The colour of the whole picture, if one was named. */
  color: Lch | null;
  /** The colour of its land or water alone ("golden meadow"). */
  landColor: Lch | null;
  subjects: readonly Mention[];
  sitter: Sitter;
  /** Animals are asleep. */
  asleep: boolean;
  /** Indoors: things stand on the window sill, close by. */
  onSill: boolean;
  /** The colour of a portrait's clothes, if named. */
  cloth: Lch | null;
};
