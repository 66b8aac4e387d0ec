import "server-only";
import { type Hex, hexOf, type Lch, lchOf, mix, pullHue } from "@/lib/offline/painter/color/color";
import type { Random } from "@/lib/offline/painter/draw/seed";
import type { Brief, Place, Season, Time, Tone, Weather } from "@/lib/offline/painter/words/brief";
import type { Scheme } from "./scheme";
import { schemes } from "./schemes";

export type Material = keyof typeof materials;

/** The colours of one picture. Depth runs from 0 (far) to 1 (near). */
export type Palette = {
  /** Top, middle, and just above the horizon. */
  sky: readonly [Hex, Hex, Hex];
  sun: Hex;
  far: Hex;
  near: Hex;
  accent: Hex;
  second: Hex;
  /** Lamplight. */
  lamp: Hex;
  ink: Hex;
  paper: Hex;
  dark: boolean;
  /** A material as it looks at this depth, hour and weather. */
  land(depth: number, material: Material, lighten?: number): Hex;
  /** A thing's own colour in this light, close by. */
  body(color: Lch, lighten?: number): Hex;
};

/** Local colours under white light. */
const materials = {
  grass: [0.66, 0.12, 128],
  foliage: [0.5, 0.1, 148],
  pine: [0.42, 0.065, 168],
  rock: [0.58, 0.035, 262],
  sand: [0.85, 0.075, 80],
  dune: [0.76, 0.12, 62],
  snow: [0.95, 0.015, 240],
  earth: [0.46, 0.06, 55],
  brick: [0.58, 0.13, 35],
  plaster: [0.93, 0.025, 85],
  roof: [0.52, 0.15, 30],
  wood: [0.52, 0.075, 58],
  steel: [0.66, 0.03, 245],
  water: [0.62, 0.085, 228],
  wheat: [0.84, 0.12, 88],
  autumn: [0.66, 0.16, 52],
  blossom: [0.84, 0.09, 0],
  stone: [0.76, 0.03, 75],
} as const satisfies Record<string, Lch>;

type Hour = { level: number; unity: number; haze: number };
const hours: Record<Time, Hour> = {
  dawn: { level: 0.9, unity: 0.52, haze: 0.62 },
  day: { level: 1, unity: 0.3, haze: 0.55 },
  dusk: { level: 0.68, unity: 0.62, haze: 0.5 },
  night: { level: 0.4, unity: 0.74, haze: 0.36 },
};
const moods: Record<Weather, { lightness: number; chroma: number; haze: number }> = {
  clear: { lightness: 0, chroma: 1, haze: 0 },
  clouds: { lightness: 0, chroma: 0.85, haze: 0.05 },
  rain: { lightness: -0.05, chroma: 0.68, haze: 0.16 },
  storm: { lightness: -0.17, chroma: 0.62, haze: 0.06 },
  snow: { lightness: 0.02, chroma: 0.55, haze: 0.18 },
  fog: { lightness: 0.02, chroma: 0.6, haze: 0.32 },
};
const seasonSwaps: Record<Season, Partial<Record<Material, Material>>> = {
  spring: {},
  summer: {},
  autumn: { foliage: "autumn", grass: "wheat" },
  winter: { grass: "snow", sand: "snow", earth: "snow", wheat: "snow" },
};

/** What a place does to the scheme's land: the colours its ground leans to, and how far. */
const grounds: Partial<Record<Place, { far: Lch; near: Lch; share: number }>> = {
  desert: { far: [0.74, 0.1, 48], near: [0.34, 0.09, 28], share: 0.72 },
  meadow: { far: [0.74, 0.07, 130], near: [0.32, 0.075, 150], share: 0.6 },
  village: { far: [0.72, 0.06, 150], near: [0.32, 0.07, 155], share: 0.4 },
  forest: { far: [0.68, 0.05, 165], near: [0.24, 0.05, 172], share: 0.4 },
  sea: { far: [0.64, 0.06, 230], near: [0.3, 0.07, 235], share: 0.3 },
};

type Grade = (color: Lch) => Lch;

/** What one tone word does. */
function toneGrade(tone: Tone, target: Lch | null): Grade {
  switch (tone) {
    case "pastel":
      return ([l, c, h]) => [0.9 - (0.9 - l) * 0.58, Math.min(0.085, c * 0.85), h];
    case "neon":
      return ([l, c, h]) => [l < 0.5 ? l * 0.82 : l, c * 1.5 + 0.02, h];
    case "muted":
      return ([l, c, h]) => [0.55 + (l - 0.55) * 0.85, c * 0.5, h];
    case "vivid":
      return ([l, c, h]) => [l, c * 1.35 + 0.01, h];
    case "dark":
      return ([l, c, h]) => [l * 0.72, c * 0.9, h];
    case "bright":
      return ([l, c, h]) => [l + (1 - l) * 0.18, c, h];
    case "mono":
      return ([l, c]) => [
        l,
        Math.min(c, 0.09) * (target === null ? 0.7 : 1),
        target === null ? 250 : target[2],
      ];
    case "grey":
      return ([l]) => [l, 0, 0];
    case "warm":
      return ([l, c, h]) => [l, c * 1.08, pullHue(h, 45, 0.72)];
    case "cold":
      return ([l, c, h]) => [l, c, pullHue(h, 232, 0.75)];
    case "earthy":
      return ([l, c, h]) => [l * 0.96, c * 0.8, pullHue(h, 62, 0.6)];
  }
}

/** What the prompt's colour words do to every colour of the scheme. */
function gradeOf(brief: Brief, target: Lch | null, strength: number): Grade {
  const steps: Grade[] = brief.tones.map((tone) => toneGrade(tone, target));
  if (target !== null && target[1] > 0.03) {
    steps.unshift(([l, c, h]) => [
      l + (target[0] - l) * 0.42 * strength,
      c + (Math.max(c, target[1] * 0.62) - c) * strength,
      pullHue(h, target[2], strength),
    ]);
  } else if (target !== null) {
    steps.unshift(([l, c, h]) => [l + (target[0] - l) * 0.25, c * 0.35, h]);
  }
  return (color) => steps.reduce((graded, step) => step(graded), color);
}

/** The palette of a variant: one of the curated schemes of its hour, in its weather, under its colour words. */
export function createPalette(brief: Brief, time: Time, variant: number, random: Random): Palette {
  const list = schemes[time];
  const start = random.int(0, list.length - 1);
  const scheme: Scheme = list[(start + variant) % list.length] ?? list[0];
  const hour = hours[time];
  const mood = moods[brief.weather];
  const grade = gradeOf(brief, brief.color ?? brief.landColor, brief.color === null ? 0.22 : 0.82);
  const gradeLand = gradeOf(brief, brief.landColor ?? brief.color, 0.84);
  const turn = random.range(-7, 7);
  const color = (value: Lch, apply = grade) => hexOf(apply([value[0], value[1], value[2] + turn]));
  const sky = (value: Lch) => {
    const floor =
      brief.weather === "storm" ? Math.max(0.2, value[0] + mood.lightness) : value[0] + mood.lightness;
    return color([floor, value[1] * mood.chroma, value[2]]);
  };
  const skies = [sky(scheme.sky[0]), sky(scheme.sky[1]), sky(scheme.sky[2])] as const;
  const far = color([scheme.far[0], scheme.far[1] * mood.chroma, scheme.far[2]], gradeLand);
  const near = color(scheme.near, gradeLand);
  const lean = brief.place === null ? undefined : grounds[brief.place];
  const leaning = (own: Hex, towards: Lch | undefined) =>
    lean === undefined || towards === undefined
      ? own
      : mix(
          own,
          hexOf(gradeLand([towards[0] * (0.35 + hour.level * 0.65), towards[1], towards[2]])),
          lean.share * (time === "night" ? 0.45 : 1),
        );

  const swap = brief.season === null ? {} : seasonSwaps[brief.season];
  const haze = Math.min(0.9, hour.haze + mood.haze);
  return {
    sky: skies,
    sun: color(scheme.sun),
    far: leaning(far, lean?.far),
    near: leaning(near, lean?.near),
    accent: color(scheme.accent),
    second: color(scheme.second),
    lamp: color([0.87, 0.135, 82]),
    ink: color([Math.min(0.24, scheme.near[0]), scheme.near[1], scheme.near[2]]),
    paper: color([0.95, 0.025, 85]),
    dark: time === "night",
    land: (depth, material, lighten = 0) => {
      const [l, c, h] = materials[swap[material] ?? material];
      const local = hexOf(gradeLand([l * hour.level + lighten, c * mood.chroma, h]));
      const [rampL, rampC, rampH] = lchOf(mix(leaning(far, lean?.far), leaning(near, lean?.near), depth));
      const ramp = hexOf([rampL + lighten * 0.7, rampC, rampH]);
      return mix(mix(local, ramp, hour.unity), skies[2], (1 - depth) ** 1.4 * haze);
    },
    body: ([l, c, h], lighten = 0) => {
      // In space nothing stands between a thing and the sun.
      const lit = brief.frame === "space" ? 1 : 0.45 + hour.level * 0.55;
      const own = hexOf(softGrade(brief, grade, [l * lit + lighten, c, h]));
      return mix(own, mix(far, near, 0.6), hour.unity * (brief.frame === "space" ? 0.1 : 0.28));
    },
  };
}

/** A thing keeps its own colour unless the picture is to be in one tone. */
function softGrade(brief: Brief, grade: Grade, color: Lch): Lch {
  if (brief.tones.includes("mono") || brief.tones.includes("grey")) return grade(color);
  const [l, c, h] = grade(color);
  return [l, c, pullHue(color[2], h, 0.22)];
}
