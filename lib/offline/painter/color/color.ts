import "server-only";

/** OKLCH: lightness 0..1, chroma 0..0.4, hue in degrees. */
export type Lch = readonly [lightness: number, chroma: number, hue: number];
/** `#rrggbb`. */
export type Hex = string;

type Triple = readonly [number, number, number];

const toLinear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const toGamma = (channel: number) =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

// The matrices are Björn Ottosson's OKLab definition (2020).
function linearOf([l, a, b]: Triple): Triple {
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function labOf(hex: Hex): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  const red = toLinear((value >> 16) / 255);
  const green = toLinear(((value >> 8) & 255) / 255);
  const blue = toLinear((value & 255) / 255);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function hexOfLinear(linear: Triple): Hex {
  const digits = linear.map((channel) =>
    Math.round(toGamma(Math.min(1, Math.max(0, channel))) * 255)
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${digits.join("")}`;
}

/** The nearest colour a screen shows: chroma gives way until it fits, lightness and hue stay. */
export function hexOf([lightness, chroma, hue]: Lch): Hex {
  const l = Math.min(1, Math.max(0, lightness));
  const angle = (hue * Math.PI) / 180;
  let linear: Triple = [0, 0, 0];
  for (let step = 0; step <= 10; step++) {
    const c = chroma * (1 - step / 10);
    linear = linearOf([l, c * Math.cos(angle), c * Math.sin(angle)]);
    if (linear.every((channel) => channel > -0.004 && channel < 1.004)) break;
  }
  return hexOfLinear(linear);
}

/** The OKLCH coordinates of a colour; grey has hue 0. */
export function lchOf(hex: Hex): Lch {
  const [l, a, b] = labOf(hex);
  const chroma = Math.hypot(a, b);
  return [l, chroma, chroma < 0.002 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360];
}

/** The colour `share` (0..1) of the way from one to the other, in OKLab. */
export function mix(from: Hex, to: Hex, share: number): Hex {
  const t = Math.min(1, Math.max(0, share));
  const a = labOf(from);
  const b = labOf(to);
  return hexOfLinear(
    linearOf([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]),
  );
}

/** The colour with lightness moved, chroma multiplied and hue turned. */
export function shift(hex: Hex, lightness: number, chroma = 1, hue = 0): Hex {
  const [l, c, h] = lchOf(hex);
  return hexOf([l + lightness, c * chroma, h + hue]);
}

/** The hue moved towards another along the shorter way round. */
export function pullHue(hue: number, target: number, strength: number): number {
  const gap = ((((hue - target + 180) % 360) + 360) % 360) - 180;
  return target + gap * (1 - strength);
}
