import "server-only";
import type { Hex } from "@/lib/offline/painter/color/color";
import type { Scene } from "@/lib/offline/painter/scene";
import { paperEdge } from "./paper-edge";
import { keepLayers, type Style } from "./style";

type Inks = { cool: readonly [number, number, number]; warm: readonly [number, number, number] };
/** Pairs of spot inks that overprint well. */
const pairs: readonly [Inks, ...Inks[]] = [
  { cool: [0, 120, 191], warm: [255, 72, 80] },
  { cool: [0, 131, 138], warm: [255, 116, 119] },
  { cool: [61, 85, 136], warm: [255, 142, 48] },
  { cool: [118, 91, 167], warm: [255, 180, 0] },
];
const sheet = [247, 241, 226] as const;

function overprint(color: Hex, { cool, warm }: Inks): Hex {
  const value = Number.parseInt(color.slice(1), 16);
  const red = (value >> 16) / 255;
  const rest = (((value >> 8) & 255) * 0.62 + (value & 255) * 0.38) / 255;
  // Each plate holds what its ink absorbs: the cool one the lack of red, the warm one the lack of the rest.
  // Driving the two apart, and dark tones to the cool one, keeps greys from printing as brown.
  const tone = (red + rest) / 2;
  const pull = (red - rest) * 0.5 + (tone - 0.5) * 0.55;
  const onCool = Math.min(1, Math.max(0, 1 - red - pull)) ** 0.95;
  const onWarm = Math.min(1, Math.max(0, (1 - rest) * 0.9 + pull * (1 - tone) * 1.1)) ** 0.95;
  const channels = [0, 1, 2].map((channel) => {
    const paper = sheet[channel] ?? 255;
    const through = (ink: number, cover: number) => 1 - cover * (1 - ink / 255);
    const printed = paper * through(cool[channel] ?? 0, onCool) * through(warm[channel] ?? 0, onWarm);
    return Math.round(printed).toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

/** Two spot inks on cream paper, with the grain of the stencil. */
export const riso: Style = {
  redraw: (layers, scene: Scene) => {
    const whole = !scene.cutOut;
    return whole ? [...layers, paperEdge(scene, "#ffffff", scene.size * 0.035, 1.2)] : keepLayers(layers);
  },
  tint: (scene) => {
    const inks = pairs[(scene.random.fork("inks").int(0, 3) + scene.variant) % pairs.length] ?? pairs[0];
    return (color) => overprint(color, inks);
  },
  resample: null,
  finish: { grain: 0.95, paper: 0.25, bloom: 0, relief: 0 },
};
