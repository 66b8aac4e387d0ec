import "server-only";
import type { Lch } from "@/lib/offline/painter/color/color";
import type { Brief, Frame, Mention, Place, Sitter, SubjectKind, Tone } from "./brief";
import { choosePlace } from "./choose-place";
import { readWords } from "./read-words";
import type { Sense } from "./vocabulary";

const frameOfPlace: Record<Place, Frame> = {
  mountains: "landscape",
  sea: "landscape",
  lake: "landscape",
  city: "landscape",
  village: "landscape",
  forest: "landscape",
  desert: "landscape",
  meadow: "landscape",
  space: "space",
  interior: "interior",
  table: "still-life",
};

/** Reads a prompt: what to draw, where, when, in which manner and colours. Unknown words are passed over. */
export function readPrompt(prompt: string): Brief {
  const reads = readWords(prompt);
  const all = reads.flatMap((read) => read.senses);
  const first = <K extends Sense["kind"]>(kind: K) =>
    all.find((sense): sense is Extract<Sense, { kind: K }> => sense.kind === kind) ?? null;
  const frames = all.filter((sense) => sense.kind === "frame").map((sense) => sense.value);
  const tones = new Set<Tone>(all.filter((sense) => sense.kind === "tone").map((sense) => sense.value));
  const subjects: Mention[] = [];
  let sitter: Sitter = { age: "adult", beard: false, hat: false, glasses: false, longHair: false };
  let cloth: Lch | null = null;
  let waiting: { color: Lch; age: number } | null = null;
  let color: Lch | null = null;
  let landColor: Lch | null = null;
  let count: number | null = null;
  for (const { senses, plural } of reads) {
    const subject = senses.find((sense) => sense.kind === "subject");
    // A colour belongs to the thing named within the next two words, otherwise to the whole picture.
    if (waiting !== null && subject === undefined && !senses.some((sense) => sense.kind === "cloth")) {
      waiting = { color: waiting.color, age: waiting.age + 1 };
      const place = senses.find((sense) => sense.kind === "place");
      if (place !== undefined && place.value !== "interior") {
        landColor ??= waiting.color;
        waiting = null;
      } else if (waiting.age > 2) {
        color ??= waiting.color;
        waiting = null;
      }
    }
    for (const sense of senses) {
      if (sense.kind === "sitter") sitter = mergeSitter(sitter, sense.value);
      if (sense.kind === "count") count = sense.value;
      if (sense.kind === "cloth") {
        cloth = waiting === null ? cloth : waiting.color;
        waiting = null;
      }
    }
    if (subject !== undefined && !subjects.some((mention) => mention.kind === subject.value)) {
      subjects.push({ kind: subject.value, count: count ?? (plural ? 3 : 1), color: waiting?.color ?? null });
      waiting = null;
      count = null;
    }
    const named = senses.find((sense) => sense.kind === "color");
    // "orange" the fruit is only meant in the plural; "rose" and "lavender" before a thing are colours.
    if (named !== undefined && subject === undefined) waiting = { color: named.value, age: 0 };
  }
  if (waiting !== null) color ??= waiting.color;
  const things = withoutGeneral(subjects);
  const place = choosePlace(all, things);
  const frame =
    frames.find((value) => value !== "landscape") ?? (place === null ? "abstract" : frameOfPlace[place]);
  return {
    frame: frame === "abstract" && frames.length === 0 && subjects.length > 0 ? "landscape" : frame,
    place,
    time: first("time")?.value ?? null,
    weather: chooseWeather(all),
    season: first("season")?.value ?? null,
    style: chooseStyle(all, prompt),
    tones: [...tones],
    color,
    landColor,
    subjects: things,
    sitter,
    asleep: first("asleep") !== null,
    onSill: first("sill") !== null,
    cloth,
  };
}

/** The general word goes when a more exact one is there: "a crane bird" is one bird. */
const narrower: Partial<Record<SubjectKind, readonly SubjectKind[]>> = {
  bird: ["crane", "owl"],
  tree: ["pine", "palm"],
  fish: ["whale"],
  person: ["astronaut", "umbrella"],
  plant: ["flower", "cactus", "leaf"],
};

function withoutGeneral(subjects: readonly Mention[]): Mention[] {
  return subjects.filter(
    ({ kind }) => !(narrower[kind] ?? []).some((other) => subjects.some((mention) => mention.kind === other)),
  );
}

function mergeSitter(sitter: Sitter, more: Partial<Sitter>): Sitter {
  return {
    age: more.age ?? sitter.age,
    beard: more.beard ?? sitter.beard,
    hat: more.hat ?? sitter.hat,
    glasses: more.glasses ?? sitter.glasses,
    longHair: more.longHair ?? sitter.longHair,
  };
}

function chooseWeather(all: readonly Sense[]): Brief["weather"] {
  const weathers = all.filter((sense) => sense.kind === "weather").map((sense) => sense.value);
  // The stronger weather wins: "clouds after a storm" is drawn as the storm's.
  return (
    (["storm", "rain", "snow", "fog", "clouds"] as const).find((value) => weathers.includes(value)) ?? "clear"
  );
}

function chooseStyle(all: readonly Sense[], prompt: string): Brief["style"] {
  const styles = all.filter((sense) => sense.kind === "style").map((sense) => sense.value);
  // "pixel art poster", "ink illustration": the more telling word wins over the general one.
  const telling = styles.find((value) => value !== "gouache" && value !== "poster");
  if (telling === "oil" && /\boil (lamp|rig|can)/i.test(prompt)) return "gouache";
  return telling ?? styles[0] ?? "gouache";
}
