import "server-only";
import { hashText } from "./seed";

/** Smooth noise along a line: -1..1, one wave per unit of x. */
export type Noise = (x: number) => number;

function lattice(seed: number, index: number): number {
  let word = Math.imul(index ^ seed, 0x27d4eb2d);
  word = Math.imul(word ^ (word >>> 15), 0x85ebca6b);
  return ((word ^ (word >>> 13)) >>> 0) / 2147483648 - 1;
}

/** Value noise with a smooth step between whole numbers. */
export function createNoise(label: string): Noise {
  const seed = hashText(label);
  return (x) => {
    const cell = Math.floor(x);
    const part = x - cell;
    const ease = part * part * (3 - 2 * part);
    return lattice(seed, cell) * (1 - ease) + lattice(seed, cell + 1) * ease;
  };
}

/** Several octaves of one noise, each twice as fine; `gain` is how much of each the next one keeps. */
export function fractal(noise: Noise, octaves: number, gain: number): Noise {
  return (x) => {
    let sum = 0;
    let size = 1;
    let total = 0;
    for (let octave = 0; octave < octaves; octave++) {
      sum += noise(x * 2 ** octave + octave * 17.3) * size;
      total += size;
      size *= gain;
    }
    return sum / total;
  };
}
