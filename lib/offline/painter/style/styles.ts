import "server-only";
import { hexOf, lchOf } from "@/lib/offline/painter/color/color";
import type { StyleName } from "@/lib/offline/painter/words/brief";
import { blueprint } from "./blueprint";
import { ink } from "./ink";
import { line } from "./line";
import { papercut } from "./papercut";
import { poster } from "./poster";
import { riso } from "./riso";
import { keepColors, keepLayers, type Style } from "./style";
import { watercolor } from "./watercolor";

const plain: Style = {
  redraw: keepLayers,
  tint: keepColors,
  resample: null,
  finish: { grain: 0.38, paper: 0.25, bloom: 0, relief: 0 },
};

/** Every manner the painter knows. */
export const styles: Record<StyleName, Style> = {
  gouache: plain,
  poster,
  watercolor,
  ink,
  line,
  blueprint,
  riso,
  papercut,
  oil: {
    ...plain,
    tint: () => (color) => {
      const [l, c, h] = lchOf(color);
      return hexOf([0.52 + (l - 0.52) * 1.06, c * 1.12, h]);
    },
    resample: "strokes",
    finish: { grain: 0.14, paper: 0, bloom: 0, relief: 0.8 },
  },
  pixel: { ...plain, resample: "pixels", finish: { grain: 0, paper: 0, bloom: 0, relief: 0 } },
  "low-poly": { ...plain, resample: "facets", finish: { grain: 0.1, paper: 0, bloom: 0, relief: 0 } },
  photo: { ...plain, finish: { grain: 0.3, paper: 0, bloom: 0.7, relief: 0 } },
};
