import "server-only";
import { createNoise, fractal, type Noise } from "./draw/noise";
import type { Random } from "./draw/seed";
import { createPalette, type Palette } from "./schemes/scene-palette";
import type { Brief, Time } from "./words/brief";

/** Everything a motif needs to know about the picture it is drawn into. Lengths are user units. */
export type Scene = {
  brief: Brief;
  time: Time;
  variant: number;
  width: number;
  height: number;
  /** The shorter side: what things are sized by. */
  size: number;
  /** y of the horizon, on a third. */
  horizon: number;
  /** Where the sun or moon stands. */
  sun: { x: number; y: number };
  /** The side the light comes from. */
  light: -1 | 1;
  /** x of the main thing, on the third away from the sun. */
  focus: number;
  palette: Palette;
  random: Random;
  /** Only the subject is wanted, on a transparent ground. */
  cutOut: boolean;
  /** 0.55 when fewer shapes are wanted, 1 otherwise. */
  detail: number;
  noise(label: string, octaves?: number): Noise;
};

/** The user-unit size of a page: its area is 10⁶, so that one stroke width suits every ratio. */
export function pageSize(widthPx: number, heightPx: number): { width: number; height: number } {
  const ratio = Math.sqrt(widthPx / heightPx);
  return { width: 1000 * ratio, height: 1000 / ratio };
}

const horizons = [0.64, 0.7, 0.58, 0.67] as const;
const sunPlaces = [0.7, 0.3, 0.56, 0.2] as const;
const usualTimes = ["dusk", "day", "dawn", "night"] as const;
const sunHeights: Record<Time, number> = { dawn: 0.24, day: 0.72, dusk: 0.2, night: 0.7 };

/** Sets the stage: horizon, light and palette. Variants of one prompt differ in all three. */
export function createScene(
  brief: Brief,
  page: { width: number; height: number },
  variant: number,
  random: Random,
  /** Shared by all variants of the prompt: what it decides, they step through one after the other. */
  shared: Random,
  detail: number,
  cutOut: boolean,
): Scene {
  const turn = (shared.int(0, 3) + variant) % 4;
  const time =
    brief.time ??
    (brief.frame === "space" ? "night" : cutOut ? "day" : undefined) ??
    usualTimes[(shared.int(0, 2) + variant) % 3] ??
    "day";
  const seed = String(random.fork("noise").next());
  const horizon = page.height * (horizons[turn] ?? 0.64);
  const share = sunPlaces[turn] ?? 0.7;
  const x = page.width * (share + random.range(-0.04, 0.04));
  return {
    brief,
    time,
    variant,
    ...page,
    size: Math.min(page.width, page.height),
    horizon,
    sun: { x, y: horizon * (1 - sunHeights[time] - random.range(-0.06, 0.06)) },
    light: share < 0.5 ? -1 : 1,
    focus: page.width * (share < 0.5 ? 0.66 : 0.35),
    palette: createPalette(brief, time, variant, shared),
    random,
    cutOut,
    detail,
    noise: (label, octaves = 4) => fractal(createNoise(`${seed}/${label}`), octaves, 0.5),
  };
}
