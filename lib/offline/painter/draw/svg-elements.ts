import "server-only";
import type { Hex } from "@/lib/offline/painter/color/color";
import type { Ring } from "./geometry";
import type { Layer, Paint, Shape } from "./shape";

/** What a style does to every colour on its way out. */
export type Tint = (color: Hex) => Hex;
/** The picture in user units (its area is 10⁶ whatever its ratio) and the pixels it is meant for. */
export type Page = { width: number; height: number; widthPx: number; heightPx: number };

const short = (value: number) => String(Math.round(value * 10) / 10);
const fine = (value: number) => String(Math.round(value * 1000) / 1000);

/** A path in tenths of a unit, every step from the one before: a third shorter than absolute numbers. */
function pathOf(rings: readonly Ring[], closed: boolean): string {
  return rings
    .map((ring) => {
      let [x, y] = [0, 0];
      const steps = ring.map(([px, py], index) => {
        const [nx, ny] = [Math.round(px * 10), Math.round(py * 10)];
        const [dx, dy] = [nx - x, ny - y];
        [x, y] = [nx, ny];
        return `${index === 0 ? "M" : index === 1 ? "l" : dx < 0 ? "" : " "}${dx / 10}${dy < 0 ? "" : " "}${dy / 10}`;
      });
      return `${steps.join("")}${closed ? "z" : ""}`;
    })
    .join("");
}

/** A standalone SVG document: no scripts, no text, nothing from elsewhere. */
export function svgOf(layers: readonly Layer[], page: Page, tint: Tint): string {
  const defs: string[] = [];
  const known = new Map<string, string>();
  const define = (prefix: string, markup: (id: string) => string) => {
    const key = markup("");
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = `${prefix}${known.size}`;
    known.set(key, id);
    defs.push(markup(id));
    return id;
  };
  const colorOf = (paint: Paint): string => {
    if (paint.kind === "solid") return tint(paint.color);
    const stops = paint.stops
      .map(
        (stop) =>
          `<stop offset="${fine(stop.offset)}" stop-color="${tint(stop.color)}"${stop.opacity < 1 ? ` stop-opacity="${fine(stop.opacity)}"` : ""}/>`,
      )
      .join("");
    const id = define("g", (name) =>
      paint.kind === "linear"
        ? `<linearGradient id="${name}" gradientUnits="userSpaceOnUse" x1="${short(paint.from[0])}" y1="${short(paint.from[1])}" x2="${short(paint.to[0])}" y2="${short(paint.to[1])}">${stops}</linearGradient>`
        : `<radialGradient id="${name}" gradientUnits="userSpaceOnUse" cx="${short(paint.center[0])}" cy="${short(paint.center[1])}" r="${short(paint.radius)}">${stops}</radialGradient>`,
    );
    return `url(#${id})`;
  };
  const shapeOf = (shape: Shape): string => {
    const clip = shape.clip;
    const attributes = [
      `d="${pathOf(shape.rings, shape.closed)}"`,
      `fill="${shape.fill === null ? "none" : colorOf(shape.fill)}"`,
      shape.stroke === null
        ? ""
        : `stroke="${tint(shape.stroke.color)}" stroke-width="${fine(shape.stroke.width)}"`,
      shape.opacity < 1 ? `opacity="${fine(shape.opacity)}"` : "",
      clip === null
        ? ""
        : `clip-path="url(#${define("c", (name) => `<clipPath id="${name}"><path d="${pathOf(clip, true)}"/></clipPath>`)})"`,
    ];
    return `<path ${attributes.filter((text) => text !== "").join(" ")}/>`;
  };
  const body = layers.flatMap((layer) => layer.shapes.map(shapeOf)).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.widthPx}" height="${page.heightPx}" viewBox="0 0 ${fine(page.width)} ${fine(page.height)}" preserveAspectRatio="none" stroke-linecap="round" stroke-linejoin="round"><defs>${defs.join("")}</defs>${body}</svg>`;
}
